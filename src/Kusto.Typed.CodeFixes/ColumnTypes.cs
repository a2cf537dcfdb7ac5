namespace Kusto.Typed.CodeFixes;

/// <summary>The C# types of columns that have shipped.</summary>
internal static class ColumnTypes
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        ["bool"] = "bool",
        ["datetime"] = "System.DateTime",
        ["decimal"] = "decimal",
        ["dynamic"] = "System.Text.Json.JsonElement",
        ["guid"] = "System.Guid",
        ["int"] = "int",
        ["long"] = "long",
        ["real"] = "double",
        ["string"] = "string",
        ["timespan"] = "System.TimeSpan",
    };

    /// <summary>The C# type of the column that a diagnostic speaks of; null where it names none.</summary>
    public static string? Of(FixPlace place) =>
        place.Facts.TryGetValue("Type", out string? kusto) && kusto is not null && s_types.TryGetValue(kusto, out string? type)
            ? type
            : null;
}
