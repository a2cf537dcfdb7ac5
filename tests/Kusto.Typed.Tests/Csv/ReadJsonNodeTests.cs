using System.Text;
using System.Text.Json.Nodes;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

public sealed class ReadJsonNodeTests
{
    [Fact]
    public void ObjectIsReadAsAnObject() =>
        Read("{\"k\":1}", static (ref KustoRecordReader record) => record.ReadJsonObject(0))["k"]!.GetValue<int>().ShouldBe(1);

    [Fact]
    public void ArrayIsReadAsAnArray() =>
        Read("[1,2]", static (ref KustoRecordReader record) => record.ReadJsonArray(0)).Count.ShouldBe(2);

    [Fact]
    public void NumberIsReadAsAValue() =>
        Read("7", static (ref KustoRecordReader record) => record.ReadJsonValue(0)).GetValue<int>().ShouldBe(7);

    [Theory]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{secret")]
    public void OtherJsonIsAnErrorThatNamesTheColumnAndNotTheValue(string json)
    {
        KustoRowException error = Should.Throw<KustoRowException>(() =>
            Read(json, static (ref KustoRecordReader record) => record.ReadJsonObject(0)));
        error.ColumnName.ShouldBe("Value");
        error.RowIndex.ShouldBe(3);
        error.Message.ShouldContain("JsonObject");
        error.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public void BytesOfANullAreNone()
    {
        TableSchema table = TableSchema.Define("T").String("Value").Build();
        RecordBinding binding = RecordBinding.ByName(table, ["Value"]);
        KustoRecordReader record = new(binding, default, [new RecordField(0, 0, isNull: true)], rowIndex: 0);
        record.ReadBytes(0).ShouldBeEmpty();
    }

    private static TNode Read<TNode>(string json, Reading<TNode> read)
        where TNode : JsonNode
    {
        TableSchema table = TableSchema.Define("T").Dynamic("Value").Build();
        RecordBinding binding = RecordBinding.ByName(table, ["Value"]);
        byte[] text = Encoding.UTF8.GetBytes(json);
        KustoRecordReader record = new(binding, text, [new RecordField(0, text.Length, isNull: false)], rowIndex: 3);
        return read(ref record);
    }

    private delegate TNode Reading<TNode>(ref KustoRecordReader record);
}
