using System.Globalization;
using Kusto.Typed.Commands;

namespace Kusto.Typed.Query;

/// <summary>Values as literals of the query language, the same under every culture.</summary>
internal static class QueryLiteral
{
    public static string Of(string? value) => KustoText.Literal(value ?? "");

    public static string Of<TValue>(string type, TValue? value)
        where TValue : struct, IFormattable =>
        value is { } known ? $"{type}({known.ToString(null, CultureInfo.InvariantCulture)})" : $"{type}(null)";

    public static string Of(bool? value) => value switch
    {
        true => "bool(true)",
        false => "bool(false)",
        null => "bool(null)",
    };

    public static string Of(double? value) => value switch
    {
        double.NaN => "real(nan)",
        double.PositiveInfinity => "real(+inf)",
        double.NegativeInfinity => "real(-inf)",
        _ => Of("real", value),
    };

    public static string Of(DateTime? value)
    {
        if (value is not { } known)
        {
            return "datetime(null)";
        }

        DateTime utc = known.Kind == DateTimeKind.Local
            ? known.ToUniversalTime()
            : DateTime.SpecifyKind(known, DateTimeKind.Utc);
        return $"datetime({utc.ToString("O", CultureInfo.InvariantCulture)})";
    }
}
