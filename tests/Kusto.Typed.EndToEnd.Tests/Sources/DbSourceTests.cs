using System.Data;
using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Sources;

public sealed class DbSourceTests
{
    [Fact]
    public async Task RecordsOfEveryTypeArrive()
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await kusto.Schema("Samples").ApplyAsync<DbRow>();
        await using KustoIngestor ingestor = new(kusto, "Samples");
        DbRow[] sent = [.. Enumerable.Range(0, 1_000).Select(DbRow.Numbered)];
        using DataTable table = DbRow.Table(sent);
        using DataTableReader reader = table.CreateDataReader();

        IngestResult result = await ingestor.IngestAsync<DbRow>(reader);

        result.RowsAccepted.ShouldBe(1_000);
        local.Database("Samples").Rows<DbRow>().OrderBy(row => row.Number).ShouldBe(sent);
        local.Database("Samples").Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task TheCsvIsThatOfTheTypedRows()
    {
        DbRow[] rows = [.. Enumerable.Range(0, 50).Select(DbRow.Numbered)];
        using DataTable table = DbRow.Table(rows);
        using DataTableReader reader = table.CreateDataReader();
        Kusto.Typed.Ingestion.Sources.DbRecord record =
            Kusto.Typed.Ingestion.Sources.DbRecord.Of(reader, DbRowTable.Schema, ignoresOthers: false);
        using StreamReader typed = new(KustoCsv.OpenRead(rows));
        using StreamReader read = new(KustoCsv.OpenRead<
            Kusto.Typed.Ingestion.Sources.DbRecord, Kusto.Typed.Ingestion.Sources.DbRecordMap<DbRow>>(Records()));

        (await read.ReadToEndAsync()).ShouldBe(await typed.ReadToEndAsync());

        IEnumerable<Kusto.Typed.Ingestion.Sources.DbRecord> Records()
        {
            while (reader.Read())
            {
                yield return record;
            }
        }
    }

    [Theory]
    [InlineData("Number", typeof(double), "is a Double, which does not become a long")]
    [InlineData("Note", typeof(int), "is a Int32, which does not become a string")]
    [InlineData("Price", typeof(double), "is a Double, which does not become a decimal")]
    [InlineData("Id", typeof(string), "is a String, which does not become a guid")]
    [InlineData("At", typeof(string), "is a String, which does not become a datetime")]
    public async Task AFieldThatWouldLoseSomethingIsRefused(string column, Type type, string why)
    {
        using DataTable table = DbRow.Table([]);
        table.Columns.Remove(column);
        table.Columns.Add(column, type);

        (await RefusedAsync(table)).ShouldContain(why);
    }

    [Fact]
    public async Task FieldsThatAreMissingOrTooManyAreRefused()
    {
        using DataTable fewer = DbRow.Table([]);
        fewer.Columns.Remove("Id");
        (await RefusedAsync(fewer)).ShouldContain("The reader has no field 'Id'");

        using DataTable more = DbRow.Table([]);
        more.Columns.Add("Other", typeof(int));
        (await RefusedAsync(more)).ShouldContain("has no column for the reader's Other");
    }

    private static async Task<string> RefusedAsync(DataTable table)
    {
        await using KustoConnection kusto = new("http://localhost:1");
        await using KustoIngestor ingestor = new(kusto, "Samples");
        using DataTableReader reader = table.CreateDataReader();
        return (await Assert.ThrowsAsync<ArgumentException>(() => ingestor.IngestAsync<DbRow>(reader))).Message;
    }
}

/// <summary>A row whose columns a database has too.</summary>
[KustoTable("DbRows")]
public partial record DbRow(
    long Number, string Note, int? Small, double? Real, decimal? Price, bool? Flag, DateTime? At, TimeSpan? Took, Guid? Id)
{
    internal static DbRow Numbered(int number) => new(
        number,
        $"note \"{number}\",\n",
        number % 3 == 0 ? null : number,
        number % 4 == 0 ? null : number / 7.0,
        number % 5 == 0 ? null : number * 1.1m,
        number % 6 == 0 ? null : number % 2 == 0,
        number % 7 == 0 ? null : new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(number * 12345L),
        number % 8 == 0 ? null : TimeSpan.FromTicks(number * 98765L),
        number % 9 == 0 ? null : new Guid(number, 0, 0, new byte[8]));

    internal static DataTable Table(IEnumerable<DbRow> rows)
    {
        DataTable table = new() { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach ((string name, Type type) in (ReadOnlySpan<(string, Type)>)
            [
                ("Number", typeof(long)), ("Note", typeof(string)), ("Small", typeof(short)), ("Real", typeof(double)),
                ("Price", typeof(decimal)), ("Flag", typeof(bool)), ("At", typeof(DateTime)), ("Took", typeof(TimeSpan)), ("Id", typeof(Guid)),
            ])
        {
            table.Columns.Add(name, type);
        }

        foreach (DbRow row in rows)
        {
            table.Rows.Add(
                row.Number, row.Note, (object?)row.Small ?? DBNull.Value, (object?)row.Real ?? DBNull.Value,
                (object?)row.Price ?? DBNull.Value, (object?)row.Flag ?? DBNull.Value, (object?)row.At ?? DBNull.Value,
                (object?)row.Took ?? DBNull.Value, (object?)row.Id ?? DBNull.Value);
        }

        return table;
    }
}
