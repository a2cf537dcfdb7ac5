using System.Text;
using System.Text.Json;
using Kusto.Typed.Ingestion.Sources;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>The files of csv-spectrum, which somebody else wrote down together with what they mean.</summary>
public sealed class CsvSpectrumTests
{
    private const string StrayQuotes = "location_coordinates.csv";

    private static readonly string s_folder = Repository.PathOf("tests", "node", "node_modules", "csv-spectrum");

    [NodeFact]
    public async Task EveryFileIsReadAsItsJsonSays()
    {
        string[] files = Directory.GetFiles(Path.Combine(s_folder, "csvs"), "*.csv");
        files.Length.ShouldBeGreaterThanOrEqualTo(12);
        foreach (string file in files.Where(file => Path.GetFileName(file) != StrayQuotes))
        {
            string meaning = Path.Combine(s_folder, "json", Path.GetFileNameWithoutExtension(file) + ".json");
            using JsonDocument json = JsonDocument.Parse(await File.ReadAllBytesAsync(meaning));
            List<string[]> expected = [.. json.RootElement.EnumerateArray().Select(record =>
                record.EnumerateObject().Select(member => member.Value.GetString()!).ToArray())];

            (await ReadAsync(file)).ShouldBe(expected, $"of {Path.GetFileName(file)}");
        }
    }

    [NodeFact]
    public async Task TheOneFileWithQuotesOutOfPlaceIsRefused()
    {
        string file = Path.Combine(s_folder, "csvs", StrayQuotes);

        KustoSourceException refusal = await Assert.ThrowsAsync<KustoSourceException>(() => new CsvCase().RunAsync<Words>(
            file, new KustoCsvSourceOptions { IgnoreUnknownColumns = true, AllowMissingColumns = true }));

        refusal.Message.ShouldContain("location_coordinates.csv, line 2, record 1: a quote stands in a field that does not begin with one");
    }

    // The files have other columns each: their records are looked at before they become rows.
    private static async Task<List<string[]>> ReadAsync(string file)
    {
        SourceFile source = SourceFile.Find(file, new KustoCsvSourceOptions()).ShouldHaveSingleItem();
        KustoCsvSourceOptions options = new() { IgnoreUnknownColumns = true, AllowMissingColumns = true };
        await using CsvFileReader reader = await CsvFileReader.OpenAsync<Words>(source, options, default);
        List<FieldProblem> problems = [];
        List<string[]> records = [];
        while (await reader.ReadAsync(problems, default))
        {
            problems.ShouldBeEmpty();
            records.Add([.. Enumerable.Range(0, reader.Columns.FieldCount).Select(place => Encoding.UTF8.GetString(reader.Text[place]))]);
        }

        return records;
    }
}
