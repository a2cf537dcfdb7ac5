using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kusto.Typed.Benchmarks.Report;

/// <summary>Results as one JSON object: facts and ratios by name, and the tables under a name of their own.</summary>
internal static class ResultsJson
{
    private const string Tables = "tables";
    private static readonly JsonSerializerOptions s_line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions s_indented = new(s_line) { WriteIndented = true, NewLine = "\n" };

    public static string Write(Results results, bool indented)
    {
        JsonObject json = [];
        foreach ((string name, string fact) in results.Facts)
        {
            json.Add(name, int.TryParse(fact, out int number) ? number : fact);
        }

        foreach ((string name, double ratio) in results.Ratios)
        {
            json.Add(name, ratio);
        }

        json.Add(Tables, JsonSerializer.SerializeToNode(results.Tables));
        return json.ToJsonString(indented ? s_indented : s_line);
    }

    /// <summary>Reads them back; the ratios follow from the tables.</summary>
    /// <exception cref="FormatException">The text is not what <see cref="Write"/> writes.</exception>
    public static Results Read(string text)
    {
        Results results = new();
        JsonObject json = JsonNode.Parse(text) as JsonObject ?? throw new FormatException("Results are a JSON object.");
        ReadTables(results, json[Tables] as JsonObject ?? throw new FormatException($"Results have their '{Tables}'."));
        Ratios.Derive(results);
        foreach ((string name, JsonNode? node) in json)
        {
            if (name != Tables && !results.Ratios.ContainsKey(name))
            {
                results.Facts.Add(name, node!.ToString());
            }
        }

        return results;
    }

    private static void ReadTables(Results results, JsonObject tables)
    {
        foreach ((string table, JsonNode? rows) in tables)
        {
            foreach ((string row, JsonNode? figures) in rows!.AsObject())
            {
                foreach ((string figure, JsonNode? value) in figures!.AsObject())
                {
                    results.Add(table, row, figure, value!.GetValue<double>());
                }
            }
        }
    }
}
