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

        await using CsvFileReader reader = await OpenAsync(file);
        List<FieldProblem> problems = [];

        while (!reader.TryRead(problems))
        {
            (await reader.ReadMoreAsync(default)).ShouldBeTrue();
        }

        reader.Place(problems.ShouldHaveSingleItem()).ToString().ShouldStartWith(
            "location_coordinates.csv, line 2, record 1: a quote stands in a field that does not begin with one");
    }

    // The files have other columns each: each is read under names of our own, and before records become rows.
    private static async Task<CsvFileReader> OpenAsync(string file)
    {
        string[] header = (await File.ReadAllLinesAsync(file))[0].Split(',');
        KustoCsvSourceOptions options = new()
        {
            ColumnNames = new Dictionary<string, string> { [header[0].Trim('"')] = "First" },
            IgnoreUnknownColumns = true,
            AllowMissingColumns = true,
        };
        return await CsvFileReader.OpenAsync<Words>(SourceFile.Find(file, options)[0], options, default);
    }

    private static async Task<List<string[]>> ReadAsync(string file)
    {
        await using CsvFileReader reader = await OpenAsync(file);
        List<FieldProblem> problems = [];
        List<string[]> records = [];
        do
        {
            while (reader.TryRead(problems))
            {
                problems.ShouldBeEmpty();
                records.Add([.. Enumerable.Range(0, reader.Columns.FieldCount)
                    .Select(place => Encoding.UTF8.GetString(reader.Text[place]))]);
            }
        }
        while (await reader.ReadMoreAsync(default));

        return records;
    }
}
