using System.Buffers;
using System.Globalization;
using System.Text;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Text;
using Kusto.Typed.Local.Values;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Query;

/// <summary>Literals of all types: <c>42</c>, <c>1.5h</c>, <c>"text"</c>, <c>datetime(2026-01-31)</c>.</summary>
internal static class LiteralParser
{
    /// <summary>Reads a literal, if one comes next.</summary>
    public static bool TryRead(TextScanner text, out Expression literal)
    {
        literal = Expression.Constant(KustoType.Bool, null);
        if (text.AtLiteral())
        {
            literal = Expression.Constant(KustoType.String, ReadStrings(text));
            return true;
        }

        bool negative = text.TryPunctuation('-');
        if (text.TryNumber(out string number))
        {
            literal = Number(negative ? "-" + number : number);
            return true;
        }

        return negative ? throw text.Unexpected("a number") : TryTruth(text, out literal);
    }

    /// <summary>Reads what stands behind the name of a type: <c>(2026-01-31)</c> behind <c>datetime</c>.</summary>
    public static Expression ReadTyped(TextScanner text, KustoType type)
    {
        if (type == KustoType.Dynamic)
        {
            return ReadDynamic(text.ReadParenthesizedJson());
        }

        string content = text.ReadParenthesized();
        return content == "null" && type != KustoType.String
            ? Expression.Constant(type, null)
            : Expression.Constant(type, Parse(type, Unquoted(content)));
    }

    private static Expression ReadDynamic(string json)
    {
        ArrayBufferWriter<byte> canonical = new();
        if (!DynamicText.TryWrite(Encoding.UTF8.GetBytes(json), canonical, out _))
        {
            throw NoValue(json, KustoType.Dynamic);
        }

        string kept = Encoding.UTF8.GetString(canonical.WrittenSpan);
        return Expression.Constant(KustoType.Dynamic, kept == "null" ? null : new DynamicJson(kept));
    }

    // Adjacent literals are one.
    private static string ReadStrings(TextScanner text)
    {
        StringBuilder value = new();
        while (text.AtLiteral())
        {
            value.Append(text.ReadLiteral());
        }

        return value.ToString();
    }

    // The only words that have three spellings; bool.ToString() gives the middle one.
    private static bool TryTruth(TextScanner text, out Expression literal)
    {
        bool isTrue = text.TryWord("true") || text.TryWord("True") || text.TryWord("TRUE");
        literal = Expression.Constant(KustoType.Bool, isTrue);
        return isTrue || text.TryWord("false") || text.TryWord("False") || text.TryWord("FALSE");
    }

    private static Expression Number(string number)
    {
        string digits = number.TrimStart('-');
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return long.TryParse(
                    digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long value)
                ? Expression.Constant(KustoType.Long, number[0] == '-' ? -value : value)
                : throw NoValue(number, KustoType.Long);
        }

        if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        {
            return Expression.Constant(KustoType.Long, whole);
        }

        if (CanonicalText.TryParseReal(Encoding.UTF8.GetBytes(number), out double real))
        {
            return Expression.Constant(KustoType.Real, real);
        }

        return DurationText.TryParseUnit(number, out TimeSpan duration)
            ? Expression.Constant(KustoType.TimeSpan, duration)
            : throw Refusal.Syntax($"'{number}' is no number and no timespan.");
    }

    private static object Parse(KustoType type, string content)
    {
        if (type == KustoType.String)
        {
            return content;
        }

        if (type == KustoType.Real && Special(content) is { } special)
        {
            return special;
        }

        if (type == KustoType.TimeSpan
            && double.TryParse(content, NumberStyles.Float, CultureInfo.InvariantCulture, out double days))
        {
            return TimeSpan.FromDays(days); // timespan(3) is three days
        }

        if (type is KustoType.Int or KustoType.Long && content.Contains("0x", StringComparison.OrdinalIgnoreCase))
        {
            content = ((long)Number(content).ConstantValue()!).ToString(CultureInfo.InvariantCulture);
        }

        Span<byte> canonical = stackalloc byte[CanonicalText.LongestScalar];
        return CanonicalText.TryWrite(type, Encoding.UTF8.GetBytes(content), canonical, out int written)
            ? CellValue.Parse(type, canonical[..written])
            : throw NoValue(content, type);
    }

    private static double? Special(string content) =>
        content.ToUpperInvariant() switch
        {
            "NAN" => double.NaN,
            "+INF" or "INF" => double.PositiveInfinity,
            "-INF" => double.NegativeInfinity,
            _ => null,
        };

    private static string Unquoted(string content)
    {
        TextScanner scanner = new(content);
        return scanner.AtLiteral() ? scanner.ReadLiteral() : content;
    }

    private static RequestRefusedException NoValue(string content, KustoType type) =>
        Refusal.Syntax($"'{content}' is no value of the type {type.ToKusto()}.");
}
