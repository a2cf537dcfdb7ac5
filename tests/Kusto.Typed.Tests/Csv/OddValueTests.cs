using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kusto.Typed.Csv;
using Kusto.Typed.Ingestion;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Values that look like others, or are longer than most.</summary>
public sealed class OddValueTests
{
    private static readonly TableSchema s_table = TableSchema.Define("Odd").String("Value").Build();

    private delegate void WriteField(ref KustoCsvWriter csv);

    private enum Size
    {
        _0 = 7,
        _64 = 64,
        Ⅷ1 = 8,
        Ä2 = 9,
    }

    [Theory]
    [InlineData(7, "_0")]
    [InlineData(64, "_64")]
    [InlineData(8, "Ⅷ1")]
    [InlineData(9, "Ä2")]
    [InlineData(5, "5")]
    [InlineData(-5, "-5")]
    public void AnEnumIsItsNameWhateverItBeginsOrEndsWith(int number, string text)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        try
        {
            Written((ref KustoCsvWriter csv) => csv.WriteEnum((Size)number)).ShouldBe(text + "\n");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void TheLongestDecimalOfSqlFitsItsRoom()
    {
        SqlDecimal longest = SqlDecimal.Parse("-0.12345678901234567890123456789012345678");

        Written((ref KustoCsvWriter csv) => csv.WriteDecimal(longest), fixedBytes: 41 + 1, blockBytes: 16)
            .ShouldBe("-0.12345678901234567890123456789012345678\n");
    }

    [Theory]
    [InlineData("\"\\ud800x\"")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("[\"ok\", \"\\ud83d\"]")]
    public void JsonTextWithHalfOfAPairIsRefused(string json) =>
        Should.Throw<KustoRowException>(() => Written((ref KustoCsvWriter csv) => csv.WriteDynamic(json)));

    [Fact]
    public void JsonThatIsTooDeepToBeReadIsNotWritten()
    {
        JsonDocumentOptions deep = new() { MaxDepth = 1000 };
        JsonElement readable = JsonDocument.Parse(new string('[', 64) + new string(']', 64), deep).RootElement;
        JsonElement tooDeep = JsonDocument.Parse(new string('[', 65) + new string(']', 65), deep).RootElement;

        Written((ref KustoCsvWriter csv) => csv.WriteDynamic(readable)).ShouldStartWith("[[[");
        Should.Throw<KustoRowException>(() => Written((ref KustoCsvWriter csv) => csv.WriteDynamic(tooDeep)));
    }

    [Fact]
    public void AColumnWhosePropertyThrowsIsNamed()
    {
        using RowPump<ThrowingText, ThrowingText> pump = new(new BatchLimit(1_000, 1_000, "Limit"), default, CancellationToken.None);

        KustoRowException problem = Should.Throw<KustoRowException>(() => pump.Fill(new ThrowingText()));

        problem.ColumnName.ShouldBe("Text");
        problem.InnerException.ShouldBeOfType<InvalidDataException>();
    }

    [Fact]
    public void ATextThatTheBlockHasNoRoomForIsWritten() =>
        Written(
            (ref KustoCsvWriter csv) => csv.WriteString(new string('x', 100)), fixedBytes: 1, blockBytes: 16)
            .ShouldBe("\"" + new string('x', 100) + "\"\n");

    private static string Written(
        WriteField write, int fixedBytes = 64, int blockBytes = CsvBuffer.DefaultBlockBytes)
    {
        using CsvBuffer buffer = new(s_table, blockBytes);
        KustoCsvWriter csv = new(buffer);
        csv.BeginRecord(fixedBytes);
        write(ref csv);
        csv.EndRecord();
        csv.Commit();
        return Encoding.UTF8.GetString(buffer.Current, 0, buffer.Position);
    }

    private sealed class ThrowingText : IKustoRow<ThrowingText>
    {
        public static TableSchema Schema { get; } = TableSchema.Define("T").Int("Id").String("Text").Build();

        private static string Text => throw new InvalidDataException();

        public static void Write(in ThrowingText row, ref KustoCsvWriter csv)
        {
            csv.BeginRecord(12);
            csv.WriteInt(1);
            csv.WriteString(Text);
            csv.EndRecord();
        }
    }
}
