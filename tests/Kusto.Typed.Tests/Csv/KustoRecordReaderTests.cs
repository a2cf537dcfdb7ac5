using System.Data.SqlTypes;
using System.Text;
using System.Text.Json;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

public sealed class KustoRecordReaderTests
{
    private delegate T Reading<T>(ref KustoRecordReader record);

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("FALSE", false)]
    [InlineData("0", false)]
    public void BoolIsReadInEverySpellingOfTheService(string text, bool value) =>
        Read(text, (ref record) => record.ReadBoolean(0)).ShouldBe(value);

    [Theory]
    [InlineData("2026-01-31T08:15:00Z", 0)]
    [InlineData("2026-01-31T08:15:00.1Z", 1000000)]
    [InlineData("2026-01-31T08:15:00.1234567Z", 1234567)]
    [InlineData("2026-01-31T09:15:00.0000001+01:00", 1)]
    [InlineData("2026-01-31T08:15:00.0000001", 1)]
    public void InstantIsReadAsUtc(string text, int ticks)
    {
        DateTime value = Read(text, (ref record) => record.ReadDateTime(0));

        value.ShouldBe(new DateTime(2026, 1, 31, 8, 15, 0).AddTicks(ticks));
        value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void DecimalThatLosesDigitsIsAnError()
    {
        Read("1.5E2", (ref record) => record.ReadDecimal(0)).ShouldBe(150m);
        Read("0000000000000000000000000000000001.50000000000000", (ref record) => record.ReadDecimal(0)).ShouldBe(1.5m);
        Read("-7.9228162514264337593543950335", (ref record) => record.ReadDecimal(0)).ShouldBe(-7.9228162514264337593543950335m);
        Refuses("1E-30", (ref record) => record.ReadDecimal(0));
        Refuses("0.00000000000000000000000000001", (ref record) => record.ReadDecimal(0));
        Refuses("1.00000000000000000000000000001", (ref record) => record.ReadDecimal(0));
        Refuses("99999999999999999999999999999999999999", (ref record) => record.ReadDecimal(0));
        Read("99999999999999999999999999999999999999", (ref record) => record.ReadSqlDecimal(0))
            .ShouldBe(SqlDecimal.Parse("99999999999999999999999999999999999999"));
        Refuses("999999999999999999999999999999999999999", (ref record) => record.ReadSqlDecimal(0));
    }

    [Fact]
    public void NumberThatTheTypeCannotHoldIsAnError()
    {
        Refuses("128", (ref record) => record.ReadSByte(0));
        Refuses("-1", (ref record) => record.ReadByte(0));
        Refuses("32768", (ref record) => record.ReadInt16(0));
        Refuses("65536", (ref record) => record.ReadUInt16(0));
        Refuses("2147483648", (ref record) => record.ReadInt32(0));
        Refuses("-1", (ref record) => record.ReadUInt32(0));
        Refuses("9223372036854775808", (ref record) => record.ReadInt64(0));
        Refuses("18446744073709551616", (ref record) => record.ReadUInt64(0));
        Refuses("2.5", (ref record) => record.ReadInt32(0));
        Refuses("1E+300", (ref record) => record.ReadSingle(0));
        Refuses("1E+30", (ref record) => record.ReadHalf(0));
        Read("Infinity", (ref record) => record.ReadSingle(0)).ShouldBe(float.PositiveInfinity);
        Read("-Infinity", (ref record) => record.ReadDouble(0)).ShouldBe(double.NegativeInfinity);
        Read("NaN", (ref record) => record.ReadHalf(0)).ShouldBe(Half.NaN);
    }

    [Fact]
    public void TextThatIsNoValueOfTheTypeIsAnErrorThatDoesNotQuoteIt()
    {
        Refuses("secret", (ref record) => record.ReadBoolean(0));
        Refuses("secret", (ref record) => record.ReadDateTime(0));
        Refuses("2026-01-31T08:15:00Z", (ref record) => record.ReadDateOnly(0));
        Refuses("secret", (ref record) => record.ReadTimeSpan(0));
        Refuses("1.00:00:00", (ref record) => record.ReadTimeOnly(0));
        Refuses("-00:00:01", (ref record) => record.ReadTimeOnly(0));
        Refuses("secret", (ref record) => record.ReadGuid(0));
        Refuses("ab", (ref record) => record.ReadChar(0));
        Refuses("ab", (ref record) => record.ReadRune(0));
        Refuses("secret", (ref record) => record.ReadVersion(0));
        Refuses("secret", (ref record) => record.ReadIPAddress(0));
        Refuses("secret", (ref record) => record.ReadEnum<Weekdays>(0));
        Refuses("32768", (ref record) => record.ReadEnumNumber<Weekdays>(0));
        Refuses("secret!", (ref record) => record.ReadBytes(0));
    }

    [Fact]
    public void DynamicThatIsNotWhatTheTypeWantsIsAnErrorThatDoesNotQuoteIt()
    {
        Refuses("secret", (ref record) => record.ReadJsonElement(0));
        Refuses("{} secret", (ref record) => record.ReadJsonElement(0));
        Refuses("secret", (ref record) => record.ReadJsonNode(0));
        Refuses("null", (ref record) => record.ReadJsonNode(0));
        Refuses("[1,\"secret\"]", (ref record) => record.ReadSingles(0));
        Refuses("[1", (ref record) => record.ReadDoubles(0));
        Refuses("{}", (ref record) => record.ReadDoubles(0));
        Refuses("[1e300]", (ref record) => record.ReadSingles(0));
        Refuses("[1]", (ref record) => record.ReadJson(0, KustoCsvWriterDynamicTests.Json.Default.Point));
        Refuses("null", (ref record) => record.ReadJson(0, KustoCsvWriterDynamicTests.Json.Default.Point));
    }

    [Fact]
    public void DynamicIsReadInEveryForm()
    {
        Read("[1]", (ref record) => record.ReadJsonElement(0))[0].GetInt32().ShouldBe(1);
        Read("[1]", (ref record) => record.ReadJsonNode(0)).ToJsonString().ShouldBe("[1]");
        Read("[0.1,-2]", (ref record) => record.ReadSingles(0)).ShouldBe([0.1f, -2]);
        Read("[]", (ref record) => record.ReadDoubles(0)).ShouldBe([]);
        Read("{\"name\":\"n\",\"value\":2}", (ref record) => record.ReadJson(0, KustoCsvWriterDynamicTests.Json.Default.Point))
            .ShouldBe(new KustoCsvWriterDynamicTests.Point("n", 2));
        using JsonDocument document = Read("{}", (ref record) => record.ReadJsonDocument(0));
        document.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        Read(null, (ref record) => record.ReadJsonText(0)).ShouldBe("null");
        Read(null, (ref record) => record.ReadJsonElement(0)).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void NullIsAnErrorWhereTheTypeHasNone()
    {
        KustoRowException problem = Should.Throw<KustoRowException>(() => Read(null, (ref record) => record.ReadInt32(0)));

        problem.Message.ShouldBe(
            "Row 5, column 'Value': the table holds a null and the property takes none; make the property nullable.");
    }

    [Fact]
    public void EmptyStringIsNullToStringsOnly()
    {
        Read("", (ref record) => record.IsNull(0), KustoType.String).ShouldBeTrue();
        Read("", (ref record) => record.IsNull(0), KustoType.Dynamic).ShouldBeFalse();
        Read(null, (ref record) => record.IsNull(0), KustoType.Int).ShouldBeTrue();
        Read(null, (ref record) => record.ReadString(0), KustoType.String).ShouldBe("");
    }

    [Fact]
    public void ColumnThatTheResultLacksIsNamed()
    {
        TableSchema table = TableSchema.Define("T").Int("A").Int("B").Build();

        KustoTypedException problem = Should.Throw<KustoTypedException>(() => RecordBinding.ByName(table, ["B", "a", "C"]));

        problem.Message.ShouldContain("'A'");
        problem.Message.ShouldContain("B, a, C");
    }

    [Fact]
    public void ColumnsAreFoundByNameWhereverTheyStand()
    {
        TableSchema table = TableSchema.Define("T").Int("A").Int("B").Build();

        RecordBinding binding = RecordBinding.ByName(table, ["X", "B", "A", "A"]);

        binding.FieldOf(0).ShouldBe(2);
        binding.FieldOf(1).ShouldBe(1);
    }

    private static T Read<T>(string? text, Reading<T> read, KustoType type = KustoType.Dynamic)
    {
        TableSchema table = TableSchema.Define("T").Column("Value", type).Build();
        byte[] bytes = Encoding.UTF8.GetBytes(text ?? "");
        RecordField[] fields = [new RecordField(0, bytes.Length, text is null)];
        KustoRecordReader record = new(RecordBinding.ByName(table, ["Value"]), bytes, fields, rowIndex: 5);
        return read(ref record);
    }

    private static void Refuses<T>(string text, Reading<T> read)
    {
        KustoRowException problem = Should.Throw<KustoRowException>(() => Read(text, read), $"for {text}");
        problem.ColumnName.ShouldBe("Value");
        problem.RowIndex.ShouldBe(5);
        problem.ToString().ShouldNotContain("secret");
    }
}
