using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads a policy back from the JSON that a <see cref="TablePolicy"/> has.</summary>
internal static class TablePolicyParser
{
    /// <exception cref="FormatException">The name is no policy's, or the JSON is not of it.</exception>
    public static TablePolicy Parse(string commandName, JsonElement json)
    {
        PolicyKind kind = Enum.GetValues<PolicyKind>()
            .FirstOrDefault(kind => new TablePolicy(kind, "{}").CommandName == commandName);
        string text = json.GetRawText();
        return kind switch
        {
            default(PolicyKind) => throw new FormatException($"'{commandName}' is no policy that a type can declare."),
            PolicyKind.StreamingIngestion => TablePolicies.StreamingIngestion(Number(json, "HintAllocatedRate")),
            PolicyKind.Caching => TablePolicies.Caching(JsonMembers.Text(json, "DataHotSpan") ?? throw Missing(kind, "DataHotSpan")),
            PolicyKind.RowOrder => TablePolicies.RowOrder([.. Items(kind, json).Select(RowOrderColumn)]),
            PolicyKind.Partitioning => new TablePolicy(kind, text, argument: null, [.. PartitionColumns(kind, json)]),
            _ => new TablePolicy(kind, text),
        };
    }

    private static string RowOrderColumn(JsonElement key) =>
        (JsonMembers.Text(key, "ColumnName") ?? throw Missing(PolicyKind.RowOrder, "ColumnName"))
        + (JsonMembers.Text(key, "Order") == "desc" ? " desc" : " asc");

    private static IEnumerable<PolicyColumn> PartitionColumns(PolicyKind kind, JsonElement json) =>
        Items(kind, JsonMembers.Find(json, "PartitionKeys") ?? throw Missing(kind, "PartitionKeys"))
            .Select(key => new PolicyColumn(JsonMembers.Text(key, "ColumnName") ?? throw Missing(kind, "ColumnName")));

    private static JsonElement.ArrayEnumerator Items(PolicyKind kind, JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw Missing(kind, "array of its keys");

    private static double? Number(JsonElement json, string name) =>
        JsonMembers.Find(json, name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static FormatException Missing(PolicyKind kind, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The {kind} policy lacks its {what}."));
}
