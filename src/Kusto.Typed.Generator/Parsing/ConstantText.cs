using System.Globalization;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Whether a text is a value of a type, as ingestion reads it: what is none becomes null without an error.</summary>
internal static class ConstantText
{
    /// <summary>What is wrong with the text; null: nothing.</summary>
    public static string? Problem(KustoType type, string text) =>
        IsValue(type, text) ? null : $"'{text}' is no {type.ToKusto()}, so that the column would be null in every row";

    private static bool IsValue(KustoType type, string text)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        return type switch
        {
            KustoType.Bool => text is "true" or "false",
            KustoType.Int => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out _),
            KustoType.Long => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out _),
            KustoType.Real => double.TryParse(text, NumberStyles.Float, invariant, out _),
            KustoType.Decimal => decimal.TryParse(text, NumberStyles.Float, invariant, out _),
            KustoType.Guid => Guid.TryParseExact(text, "D", out _),
            KustoType.DateTime => IsInstant(text),
            KustoType.TimeSpan => TimeSpan.TryParseExact(text, "c", invariant, out _),
            _ => true,
        };
    }

    private static bool IsInstant(string text)
    {
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        return DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
