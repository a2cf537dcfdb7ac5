using System.Text.Json;
using Kusto.Typed.Commands.Parsing;
using static Kusto.Typed.Tool.Scaffold.PolicyAttributes;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Makes the attribute of a partitioning policy, whose keys are objects of their own.</summary>
internal static class PartitioningAttribute
{
    public static string Of(JsonElement policy)
    {
        List<string?> properties = [];
        foreach (JsonElement key in Items(JsonMembers.Find(policy, "PartitionKeys") ?? throw Strange("PartitionKeys")))
        {
            string column = Literal(key, "ColumnName") ?? throw Strange("ColumnName");
            JsonElement settings = JsonMembers.Find(key, "Properties") ?? throw Strange("Properties");
            properties.AddRange(Kind(key) switch
            {
                "Hash" or "1" => Hash(column, settings),
                "UniformRange" or "2" => Range(column, settings),
                string kind => throw new FormatException($"its key is of the kind '{kind}'"),
            });
        }

        properties.Add(Property("EffectiveDateTime", Literal(policy, "EffectiveDateTime")));
        return Attribute("KustoPartitioning", null, [.. properties]);
    }

    private static string Kind(JsonElement key) => JsonMembers.Find(key, "Kind")?.ToString() ?? throw Strange("Kind");

    private static IEnumerable<string?> Hash(string column, JsonElement settings) =>
    [
        Property("HashKey", column),
        Number(settings, "MaxPartitionCount"),
        Number(settings, "Seed"),
        Property("PartitionAssignmentMode", JsonMembers.Find(settings, "PartitionAssignmentMode")?.ToString() switch
        {
            "ByPartition" or "2" => "\"ByPartition\"",
            _ => null,
        }),
    ];

    private static IEnumerable<string?> Range(string column, JsonElement settings) =>
    [
        Property("RangeKey", column),
        Property("RangeSize", Span(settings, "RangeSize")),
        Property("Reference", Literal(settings, "Reference")),
    ];
}
