using System.Data;
using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kusto.Typed.Tests.Csv;

namespace Kusto.Typed.Tests.Ingestion.Sources;

public sealed partial class DbSourceTests
{
    [Fact]
    public void NumbersAreWrittenAsTypedRowsAre() => AsTypedRows(SomeRows.Number);

    [Fact]
    public void TimesAreWrittenAsTypedRowsAre() => AsTypedRows(SomeRows.Time);

    [Fact]
    public async Task FieldsGoToColumnsByName()
    {
        DataTable table = Table(("Note", typeof(string)), ("Number", typeof(int)));
        table.Rows.Add("a,b", 1);
        table.Rows.Add(DBNull.Value, 2);

        (await ArrivedAsync<Reading>(table)).ShouldBe("1,\"a,b\"\n2,\n");
    }

    [Fact]
    public async Task CaseOtherNamesAndOtherColumnsAreOptions()
    {
        DataTable table = Table(("note", typeof(string)), ("no", typeof(long)), ("more", typeof(object)));
        table.Rows.Add("a", 1L, "x");

        (await ArrivedAsync<Measured>(table, new KustoDbSourceOptions
        {
            IgnoreCase = true,
            IgnoreUnknownColumns = true,
            AllowMissingColumns = true,
            ColumnNames = new Dictionary<string, string> { ["no"] = "Number" },
        })).ShouldBe("1,,,a,\n");
    }

    [Fact]
    public async Task BytesCharactersAndJsonHaveTheirForms()
    {
        DataTable table = Table(
            ("Number", typeof(short)),
            ("At", typeof(DateTimeOffset)),
            ("Value", typeof(float)),
            ("Note", typeof(byte[])),
            ("Details", typeof(string)));
        DateTimeOffset at = new(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(2));
        table.Rows.Add((short)1, at, 0.1f, "abc"u8.ToArray(), "{\"a\": 1}");
        DataTable letters = Table(("First", typeof(char)), ("Second", typeof(string)));
        letters.Rows.Add('"', new string('é', 100_000));

        (await ArrivedAsync<Measured>(table)).ShouldBe("1,2026-01-31T06:00:00Z,0.1,YWJj,\"{\"\"a\"\": 1}\"\n");
        (await ArrivedAsync<Words>(letters)).ShouldBe($"\"\"\"\",\"{new string('é', 100_000)}\"\n");
    }

    [Fact]
    public async Task ValuesOfObjectColumnsAreLookedAtOneByOne()
    {
        DataTable table = Table(("Number", typeof(object)), ("Note", typeof(object)));
        table.Rows.Add(1, "a");
        table.Rows.Add(2L, DBNull.Value);
        table.Rows.Add(1.5, "c");

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(() => ArrivedAsync<Reading>(table));

        KustoRowException row = failure.InnerException.ShouldBeOfType<KustoRowException>();
        row.RowIndex.ShouldBe(2);
        row.ColumnName.ShouldBe("Number");
        row.Message.ShouldContain("the value is a Double, which goes to Real and to no Int");
        table.Rows.RemoveAt(2);
        (await ArrivedAsync<Reading>(table)).ShouldBe("1,a\n2,\n");
    }

    [Fact]
    public async Task AnIntegerThatDoesNotFitNamesRowAndColumn()
    {
        DataTable table = Table(("Number", typeof(long)), ("Note", typeof(string)));
        table.Rows.Add(1L, "a");
        table.Rows.Add(3_000_000_000L, "b");

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(() => ArrivedAsync<Reading>(table));

        failure.Message.ShouldContain("Row 1, column 'Number': the number does not fit an int");
        failure.Message.ShouldNotContain("3000000000");
    }

    [Fact]
    public async Task WhatDoesNotFitTogetherIsSaidBeforeAnyRow()
    {
        DataTable table = Table(("Number", typeof(decimal)), ("Nota", typeof(string)));

        KustoSourceException refusal = await Assert.ThrowsAsync<KustoSourceException>(() => ArrivedAsync<Reading>(table));

        refusal.Problems.Count.ShouldBe(3);
        refusal.Message.ShouldContain("column 'Number': the field is a Decimal, which goes to Decimal and, since it would lose");
        refusal.Message.ShouldContain("the field 'Nota' is no column of Readings");
        refusal.Message.ShouldContain("column 'Note': no field has its name");
    }

    [Fact]
    public async Task AReaderThatBreaksOffIsTheCauseAndStaysOpen()
    {
        BrokenReader reader = new(Reading.Take(3));

        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(
            () => new CsvCase().RunAsync(ingestor => ingestor.IngestAsync<Reading>(reader)));

        failure.InnerException.ShouldBeOfType<InvalidOperationException>();
        failure.Result.RowsSubmitted.ShouldBe(3);
        reader.IsClosed.ShouldBeFalse();
        reader.BoxedValues.ShouldBe(0);
    }

    private static void AsTypedRows<TRow>(Func<RandomValues, TRow> one)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow> =>
        RandomValues.ForAll(random =>
        {
            TRow[] rows = random.Many(8, () => one(random));
            DataTable table = TableOf(rows);

            // A DataTable itself keeps no negative zero.
            string expected = NegativeZero().Replace(Encoding.UTF8.GetString(Rows.Write(rows)), "0");
            ArrivedAsync<TRow>(table).GetAwaiter().GetResult().ShouldBe(expected);
        });

    [GeneratedRegex(@"(?<=,)-0(?=[,\n])")]
    private static partial Regex NegativeZero();

    // A column for each property, in another order than the table's.
    private static DataTable TableOf<TRow>(TRow[] rows)
    {
        var properties = typeof(TRow).GetProperties()
            .Where(property => property.GetMethod is { IsStatic: false } && property.Name != "EqualityContract")
            .OrderByDescending(property => property.Name, StringComparer.Ordinal)
            .ToArray();
        DataTable table = new() { Locale = CultureInfo.InvariantCulture };
        foreach (var property in properties)
        {
            Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            DataColumn column = table.Columns.Add(property.Name, type);
            if (type == typeof(DateTime))
            {
                column.DateTimeMode = DataSetDateTime.Unspecified;
            }
        }

        foreach (TRow row in rows)
        {
            table.Rows.Add([.. properties.Select(property => Value(property.GetValue(row)))]);
        }

        return table;
    }

    private static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        SqlDecimal { IsNull: true } => DBNull.Value,
        DateTime { Kind: DateTimeKind.Local } local => local.ToUniversalTime(),
        _ => value,
    };

    private static DataTable Table(params (string Name, Type Type)[] columns)
    {
        DataTable table = new() { Locale = CultureInfo.InvariantCulture };
        foreach ((string name, Type type) in columns)
        {
            table.Columns.Add(name, type);
        }

        return table;
    }

    private static async Task<string> ArrivedAsync<TRow>(DataTable table, KustoDbSourceOptions? options = null)
        where TRow : IKustoRow<TRow>
    {
        CsvCase its = new();
        using DataTableReader reader = table.CreateDataReader();
        await its.RunAsync(ingestor => ingestor.IngestAsync<TRow>(reader, options));
        return its.Arrived;
    }
}
