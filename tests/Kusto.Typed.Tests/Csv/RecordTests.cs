using System.Text;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Records as a whole: blocks that fill, rows that fail, limits.</summary>
public sealed class RecordTests
{
    private static readonly TableSchema s_oneColumn = TableSchema.Define("T").String("Only").Build();

    [Fact]
    public void RecordEndsWithALineFeedAndNothingElse() =>
        Rows.Record(NumberSchema(3), Number, Number, Number).ShouldBe("1,1,1\n"u8.ToArray());

    [Fact]
    public void EmptyFieldOfAOneColumnTableIsWrittenAsQuotes()
    {
        Rows.Record(s_oneColumn, (ref csv) => csv.WriteString("")).ShouldBe("\"\"\n"u8.ToArray());
        Rows.Record(s_oneColumn, (ref csv) => csv.WriteInt(null)).ShouldBe("\"\"\n"u8.ToArray());
        Rows.Record(s_oneColumn, (ref csv) => csv.WriteString("a")).ShouldBe("a\n"u8.ToArray());
    }

    [Fact]
    public void EmptyFieldsOfOtherTablesStayEmpty() =>
        Rows.Record(NumberSchema(2), (ref csv) => csv.WriteInt(null), (ref csv) => csv.WriteInt(null))
            .ShouldBe(",\n"u8.ToArray());

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4096)]
    public void SmallBlocksGiveTheBytesOfOneHugeBlock(int blockBytes) =>
        RandomValues.ForAll(random =>
        {
            TextRow[] texts = random.Many(40, () => SomeRows.Text(random));
            NumberRow[] numbers = random.Many(40, () => SomeRows.Number(random));

            Rows.Write(texts, blockBytes).ShouldBe(Rows.Write(texts, 4 * 1024 * 1024));
            Rows.Write(numbers, blockBytes).ShouldBe(Rows.Write(numbers, 4 * 1024 * 1024));
        });

    [Fact]
    public void RecordLargerThanABlockIsWritten()
    {
        DynamicRow row = new() { Json = $"[\"{new string('j', 100_000)}\"]", Text = new string('t', 50_000) };

        byte[] csv = Rows.Write([DynamicRow.Small, row, DynamicRow.Small], blockBytes: 1000);

        csv.ShouldBe(Rows.Write([DynamicRow.Small, row, DynamicRow.Small], 4 * 1024 * 1024));
        csv.Length.ShouldBeGreaterThan(150_000);
        PlainCsv.Split(csv)[1][1].Length.ShouldBe(100_004);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(300)]
    [InlineData(100_000)]
    public void RowThatFailsLeavesNothing(int blockBytes) =>
        RandomValues.ForAll(random =>
        {
            FailingRow[] rows = random.Many(30, () => FailingRow.Some(random));

            using CsvBuffer buffer = new(FailingRow.Schema, blockBytes);
            KustoCsvWriter csv = new(buffer);
            foreach (FailingRow row in rows)
            {
                ShouldFailWhereItFails(row, ref csv);
                buffer.RowIndex++;
            }

            csv.Commit();
            Rows.TakeAll(buffer).ShouldBe(Rows.Write(rows.Where(row => row.FailsAt < 0)));
        });

    [Fact]
    public void RecordOverTheLimitIsRefusedAsAWhole()
    {
        string text = new('x', CsvLimits.MaxValueBytes);
        TableSchema table = NumberSchema(65);
        using CsvBuffer buffer = new(table) { RowIndex = 3 };

        KustoRowException refusal = Should.Throw<KustoRowException>(() => WriteMany(buffer, text, 65));

        refusal.ColumnName.ShouldBeNull();
        refusal.RowIndex.ShouldBe(3);
        refusal.Message.ShouldContain("67108864");
    }

    [Fact]
    public void ReservationThatNoMemoryHoldsIsARecordOverTheLimit()
    {
        string text = new('x', CsvLimits.MaxValueBytes);
        using CsvBuffer buffer = new(NumberSchema(800)) { RowIndex = 3 };

        KustoRowException refusal = Should.Throw<KustoRowException>(() => WriteMany(buffer, text, 800));

        refusal.ColumnName.ShouldBeNull();
        refusal.Message.ShouldContain("67108864");
    }

    [Fact]
    public void FieldsWithoutRoomAreAnErrorAndNothingIsWrittenBeyond()
    {
        Fields[] greedy =
        [
            (ref csv) => csv.WriteInt(int.MinValue), (ref csv) => csv.WriteLong(long.MinValue),
            (ref csv) => csv.WriteReal(double.MinValue), (ref csv) => csv.WriteDateTime(DateTime.MaxValue),
            (ref csv) => csv.WriteDateTime(DateOnly.MaxValue), (ref csv) => csv.WriteTimeSpan(TimeSpan.MinValue),
            (ref csv) => csv.WriteGuid(Guid.Empty), (ref csv) => csv.WriteBool(false),
            (ref csv) => csv.WriteReal(1.5), (ref csv) => csv.WriteInt(null), (ref csv) => csv.WriteDecimal(1),
        ];
        foreach (Fields field in greedy)
        {
            using CsvBuffer buffer = new(NumberSchema(1), blockBytes: 16);
            Should.Throw<InvalidOperationException>(() =>
            {
                KustoCsvWriter csv = new(buffer);
                csv.BeginRecord(6);
                for (int fields = 0; fields < 1000; fields++)
                {
                    field(ref csv);
                }
            }).Message.ShouldContain("BeginRecord");
        }
    }

    [Fact]
    public void BlocksAreTakenInTheOrderTheyWereFilled()
    {
        using CsvBuffer buffer = new(NumberSchema(1), blockBytes: 16);
        KustoCsvWriter csv = new(buffer);
        for (int number = 0; number < 100; number++)
        {
            csv.BeginRecord(12);
            csv.WriteInt(number);
            csv.EndRecord();
        }

        csv.Commit();

        string text = Encoding.UTF8.GetString(Rows.TakeAll(buffer));
        text.ShouldBe(string.Concat(Enumerable.Range(0, 100).Select(number => $"{number}\n")));
        buffer.TakeCurrent().Length.ShouldBe(0);
    }

    private static void ShouldFailWhereItFails(FailingRow row, ref KustoCsvWriter csv)
    {
        try
        {
            FailingRow.Write(row, ref csv);
            row.FailsAt.ShouldBeLessThan(0);
        }
        catch (KustoRowException refusal)
        {
            csv.Rollback();
            refusal.ColumnName.ShouldBe(FailingRow.Schema.Columns[row.FailsAt].Name);
            refusal.ToString().ShouldNotContain(FailingRow.Secret);
        }
        catch (FailingRow.GetterException)
        {
            KustoRowException problem = csv.FieldProblem("the getter failed.");
            csv.Rollback();
            problem.ColumnName.ShouldBe(FailingRow.Schema.Columns[row.FailsAt].Name);
        }
    }

    private static void WriteMany(CsvBuffer buffer, string text, int columns)
    {
        KustoCsvWriter csv = new(buffer);
        csv.BeginRecord(columns);
        for (int column = 0; column < columns; column++)
        {
            csv.WriteString(text);
        }

        csv.EndRecord();
    }

    internal static TableSchema NumberSchema(int columns)
    {
        TableSchemaBuilder table = TableSchema.Define("T");
        for (int column = 0; column < columns; column++)
        {
            table.Int($"C{column}");
        }

        return table.Build();
    }

    private static void Number(ref KustoCsvWriter csv) => csv.WriteInt(1);
}
