using System.Buffers;
using System.Buffers.Text;
using System.Data.SqlTypes;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Kusto.Typed.Csv;

/// <summary>Field texts as C# values, the same under every culture.</summary>
internal static class FieldText
{
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign
        | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowExponent;

    /// <summary>Reads true and false in any case, and 0 and 1, which is how older answers spell them.</summary>
    public static bool TryReadBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = text.SequenceEqual("true"u8);
        if (value || text.SequenceEqual("false"u8))
        {
            return true;
        }

        value = text is [(byte)'1'] || Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || text is [(byte)'0'] || Ascii.EqualsIgnoreCase(text, "false"u8);
    }

    /// <summary>Reads a number; one that a narrow real would turn into an infinity is none.</summary>
    public static bool TryReadNumber<TNumber>(ReadOnlySpan<byte> text, out TNumber value)
        where TNumber : struct, INumberBase<TNumber>, IUtf8SpanParsable<TNumber>
    {
        if (typeof(TNumber) == typeof(double) && ShortNumber.TryRead(text, out double real))
        {
            value = TNumber.CreateTruncating(real);
            return true;
        }

        if (typeof(TNumber) == typeof(int) && ShortNumber.TryRead(text, out long integer) && integer == (int)integer)
        {
            value = TNumber.CreateTruncating(integer);
            return true;
        }

        if (typeof(TNumber) == typeof(long) && ShortNumber.TryRead(text, out integer))
        {
            value = TNumber.CreateTruncating(integer);
            return true;
        }

        return TryReadAny(text, out value);
    }

    private static bool TryReadAny<TNumber>(ReadOnlySpan<byte> text, out TNumber value)
        where TNumber : struct, INumberBase<TNumber>, IUtf8SpanParsable<TNumber> =>
        TNumber.TryParse(text, CultureInfo.InvariantCulture, out value)
        && (!TNumber.IsInfinity(value) || !text.ContainsAnyInRange((byte)'0', (byte)'9'));

    /// <summary>Reads a decimal that <see cref="decimal"/> holds to its last digit.</summary>
    public static bool TryReadDecimal(ReadOnlySpan<byte> text, out decimal value) =>
        decimal.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out value) && KeepsDigits(text, value);

    public static bool TryReadSqlDecimal(ReadOnlySpan<byte> text, out SqlDecimal value)
    {
        try
        {
            value = SqlDecimal.Parse(Encoding.UTF8.GetString(text));
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            value = SqlDecimal.Null;
            return false;
        }
    }

    /// <summary>Reads ISO 8601 with <c>T</c> and <c>Z</c>, no or one to seven digits of a fraction.</summary>
    public static bool TryReadDateTime(ReadOnlySpan<byte> text, out DateTime value) =>
        ShortTime.TryRead(text, out value) || TryReadAnyDateTime(text, out value);

    private static bool TryReadAnyDateTime(ReadOnlySpan<byte> text, out DateTime value)
    {
        Span<char> chars = stackalloc char[40];
        value = default;
        return text.Length <= chars.Length
            && Encoding.UTF8.TryGetChars(text, chars, out int length)
            && DateTime.TryParse(
                chars[..length],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
                out value);
    }

    /// <summary>Reads .NET's constant format.</summary>
    public static bool TryReadTimeSpan(ReadOnlySpan<byte> text, out TimeSpan value) =>
        Utf8Parser.TryParse(text, out value, out int consumed, 'c') && consumed == text.Length;

    public static bool TryReadGuid(ReadOnlySpan<byte> text, out Guid value) =>
        (GuidText.IsSupported && GuidText.TryRead(text, out value))
        || (Utf8Parser.TryParse(text, out value, out int consumed, 'D') && consumed == text.Length);

    public static bool TryReadBase64(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? value)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        bool valid = Base64.DecodeFromUtf8(text, bytes, out _, out int written) == OperationStatus.Done;
        value = valid ? bytes[..written] : null;
        return valid;
    }

    public static bool TryReadJson(ReadOnlySpan<byte> text, out JsonElement value)
    {
        Utf8JsonReader reader = new(text);
        try
        {
            value = JsonElement.ParseValue(ref reader);
            return !reader.Read();
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    public static bool TryReadNumbers<TNumber>(ReadOnlySpan<byte> text, [NotNullWhen(true)] out TNumber[]? value)
        where TNumber : struct, INumberBase<TNumber>, IUtf8SpanParsable<TNumber>
    {
        value = null;
        List<TNumber> numbers = [];
        Utf8JsonReader reader = new(text);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType != JsonTokenType.Number
                    || !TryReadNumber(reader.ValueSpan, out TNumber number))
                {
                    return false;
                }

                numbers.Add(number);
            }
        }
        catch (JsonException)
        {
            return false;
        }

        value = [.. numbers];
        return true;
    }

    // decimal.TryParse rounds what does not fit: many digits and exponents are worth a second look.
    private static bool KeepsDigits(ReadOnlySpan<byte> text, decimal value)
    {
        const int AlwaysKept = 28;
        return (text.Length <= AlwaysKept && !text.ContainsAny((byte)'e', (byte)'E'))
            || SignificantDigits(text) == SignificantDigits(value);
    }

    private static string SignificantDigits(decimal value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        return SignificantDigits(text[..length]);
    }

    // Where the point stands need not be compared: TryParse rounds digits away, but moves none.
    private static string SignificantDigits(ReadOnlySpan<byte> text)
    {
        int exponent = text.IndexOfAny((byte)'e', (byte)'E');
        string digits = Encoding.UTF8.GetString(exponent < 0 ? text : text[..exponent]);
        return digits.Replace(".", "", StringComparison.Ordinal).TrimStart('+', '-', '0').TrimEnd('0');
    }
}
