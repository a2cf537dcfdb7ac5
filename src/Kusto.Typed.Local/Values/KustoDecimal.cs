using System.Globalization;
using System.Numerics;
using System.Text;

namespace Kusto.Typed.Local.Values;

/// <summary>A decimal of up to 38 digits, kept exactly: <see cref="decimal"/> holds only 28.</summary>
internal readonly record struct KustoDecimal(BigInteger Unscaled, int Scale)
{
    public const int MaxDigits = 38;

    // Any exponent beyond this is out of range whatever the digits before it.
    private const int MaxExponent = 10_000;

    public static KustoDecimal FromLong(long value) => new(value, 0);

    /// <summary>Reads a sign, digits, a fraction and an exponent.</summary>
    /// <returns>False where the text is no number, or one of more than 38 digits before and after the point.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out KustoDecimal value)
    {
        value = default;
        bool negative = text is [(byte)'-', ..];
        text = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        int exponent = 0;
        int exponentAt = text.IndexOfAny((byte)'e', (byte)'E');
        if (exponentAt >= 0)
        {
            bool parsed = int.TryParse(
                text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
            if (!parsed || exponent is < -MaxExponent or > MaxExponent)
            {
                return false;
            }

            text = text[..exponentAt];
        }

        return TryReadDigits(text, out string digits, out int scale)
            && TryMake(digits, scale - exponent, negative, out value);
    }

    public static int Compare(KustoDecimal left, KustoDecimal right)
    {
        int scale = Math.Max(left.Scale, right.Scale);
        return left.AtScale(scale).CompareTo(right.AtScale(scale));
    }

    public double ToDouble() => double.Parse(ToString(), CultureInfo.InvariantCulture);

    /// <summary>Plain notation, without trailing zeros.</summary>
    public override string ToString()
    {
        string digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        string sign = Unscaled.Sign < 0 ? "-" : "";
        return Scale == 0 ? sign + digits : $"{sign}{digits[..^Scale]}.{digits[^Scale..]}";
    }

    private BigInteger AtScale(int scale) => Unscaled * BigInteger.Pow(10, scale - Scale);

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out string digits, out int scale)
    {
        int point = text.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? text : text[..point];
        ReadOnlySpan<byte> fraction = point < 0 ? [] : text[(point + 1)..];
        scale = fraction.Length;
        digits = "";
        if (whole.Length + fraction.Length == 0
            || whole.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        digits = Encoding.ASCII.GetString(whole) + Encoding.ASCII.GetString(fraction);
        return true;
    }

    private static bool TryMake(string digits, int scale, bool negative, out KustoDecimal value)
    {
        value = default;
        string significant = digits.TrimStart('0');
        int trailing = significant.Length - significant.TrimEnd('0').Length;
        int dropped = Math.Clamp(scale, 0, trailing);
        significant = significant[..^dropped];
        scale -= dropped;
        if (significant.Length == 0)
        {
            return true;
        }

        if (scale < 0)
        {
            if (significant.Length - scale > MaxDigits)
            {
                return false;
            }

            significant = significant.PadRight(significant.Length - scale, '0');
            scale = 0;
        }

        BigInteger unscaled = significant.Length <= MaxDigits
            ? BigInteger.Parse(significant, CultureInfo.InvariantCulture)
            : BigInteger.Zero;
        value = new KustoDecimal(negative ? -unscaled : unscaled, scale);
        return significant.Length <= MaxDigits && scale <= MaxDigits;
    }
}
