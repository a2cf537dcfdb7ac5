using System.Text.Json;

namespace Kusto.Typed.Tool.Output;

/// <summary>An array with one object for each finding; what is not known is left out.</summary>
internal static class JsonFindingWriter
{
    public static void Write(IReadOnlyCollection<Finding> findings, TextWriter output) =>
        IndentedJson.Write(output, json =>
        {
            json.WriteStartArray();
            foreach (Finding finding in findings)
            {
                Write(json, finding);
            }

            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteString("level", finding.Level.ToString().ToLowerInvariant());
        json.WriteString("message", finding.Message);
        if (finding.File is { } file)
        {
            json.WriteString("file", file);
        }

        if (finding.Line > 0)
        {
            json.WriteNumber("line", finding.Line);
            json.WriteNumber("column", finding.Column);
        }

        json.WriteEndObject();
    }
}
