using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Kusto.Typed.Local.Values;

/// <summary>A field's text as a value of its column's type, written in the one spelling in which it is kept.</summary>
internal static class CanonicalText
{
    /// <summary>The longest canonical text of any type but string and dynamic.</summary>
    public const int LongestScalar = 64;

    private const NumberStyles RealStyle =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a text as <paramref name="type"/>, which is neither string nor dynamic.</summary>
    /// <returns>False where the text is no value of the type: Kusto takes it as null.</returns>
    public static bool TryWrite(KustoType type, ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        return type switch
        {
            KustoType.Bool => TryWriteBool(text, destination, out written),
            KustoType.Int => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                && Format(value, destination, out written),
            KustoType.Long => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
                && Format(value, destination, out written),
            KustoType.Real => TryParseReal(text, out double value) && Format(value, destination, out written),
            KustoType.Decimal => KustoDecimal.TryParse(text, out KustoDecimal value)
                && Encoding.ASCII.TryGetBytes(value.ToString(), destination, out written),
            KustoType.DateTime => InstantText.TryParse(text, out DateTime value)
                && InstantText.TryFormat(value, destination, out written),
            KustoType.TimeSpan => DurationText.TryParse(text, out TimeSpan value)
                && Utf8Formatter.TryFormat(value, destination, out written, 'c'),
            KustoType.Guid => TryParseGuid(text, out Guid value)
                && Utf8Formatter.TryFormat(value, destination, out written, 'D'),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "String and dynamic have no scalar text."),
        };
    }

    /// <summary>Reads a finite number, or NaN, Infinity, -Infinity in exactly this spelling.</summary>
    public static bool TryParseReal(ReadOnlySpan<byte> text, out double value)
    {
        if (text.SequenceEqual("NaN"u8))
        {
            value = double.NaN;
            return true;
        }

        if (text.SequenceEqual("Infinity"u8) || text.SequenceEqual("-Infinity"u8))
        {
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        // .NET reads a number that is too large as infinity, and names of it in any case.
        return double.TryParse(text, RealStyle, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    public static bool TryParseGuid(ReadOnlySpan<byte> text, out Guid value) =>
        (Utf8Parser.TryParse(text, out value, out int consumed, 'D') && consumed == text.Length)
        || (Utf8Parser.TryParse(text, out value, out consumed, 'N') && consumed == text.Length);

    private static bool TryWriteBool(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        bool isTrue = text is [(byte)'1'] || Ascii.EqualsIgnoreCase(text, "true"u8);
        bool isFalse = text is [(byte)'0'] || Ascii.EqualsIgnoreCase(text, "false"u8);
        ReadOnlySpan<byte> canonical = isTrue ? "true"u8 : isFalse ? "false"u8 : [];
        canonical.CopyTo(destination);
        written = canonical.Length;
        return written > 0;
    }

    private static bool Format<T>(T value, Span<byte> destination, out int written)
        where T : IUtf8SpanFormattable =>
        value.TryFormat(destination, out written, default, CultureInfo.InvariantCulture);
}
