namespace Kusto.Typed.Build.Scripts;

/// <summary>The tables as a JSON document for tools: one table a line.</summary>
internal static class SchemaDocument
{
    /// <summary>The first line of every document.</summary>
    public const string FirstLine = """{"version":1,"tables":[""";

    /// <summary>The document.</summary>
    public static string Of(IEnumerable<ProjectTable> tables) =>
        FirstLine + "\n" + string.Join(",\n", tables.Select(declared => declared.Table.Json)) + "\n]}\n";
}
