using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Kusto.Typed.Csv;

// Strings: texts, names of enums, bytes as base64.
public ref partial struct KustoCsvWriter
{
    /// <summary>Writes a <c>string</c>; null is the empty string, since Kusto's strings have no null.</summary>
    /// <exception cref="KustoRowException">
    /// It is over 1 MiB of UTF-8, or half of a surrogate pair stands in it.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteString(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            WriteNull();
        }
        else
        {
            WriteText(value);
        }
    }

    /// <summary>Writes a <c>string</c> of one character.</summary>
    /// <exception cref="KustoRowException">It is half of a surrogate pair.</exception>
    public void WriteString(char value) => WriteText(new ReadOnlySpan<char>(in value));

    /// <summary>Writes a <c>string</c> of one character.</summary>
    /// <exception cref="KustoRowException">It is half of a surrogate pair.</exception>
    public void WriteString(char? value)
    {
        if (value is { } some)
        {
            WriteString(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>string</c> of one Unicode scalar.</summary>
    public void WriteString(Rune value)
    {
        Span<char> text = stackalloc char[2];
        WriteText(text[..value.EncodeToUtf16(text)]);
    }

    /// <summary>Writes a <c>string</c> of one Unicode scalar.</summary>
    public void WriteString(Rune? value)
    {
        if (value is { } some)
        {
            WriteString(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>string</c>: the URI as it was given.</summary>
    /// <exception cref="KustoRowException">
    /// It is over 1 MiB of UTF-8, or half of a surrogate pair stands in it.
    /// </exception>
    public void WriteString(Uri? value) => WriteString(value?.OriginalString);

    /// <summary>Writes a <c>string</c>: two to four numbers with points.</summary>
    public void WriteString(Version? value) => EndField(value is null ? 0 : CsvNumber.Write(value, Rest));

    /// <summary>Writes a <c>string</c>: the address, with the scope of IPv6 where it has one.</summary>
    public void WriteString(IPAddress? value) =>
        EndField(value is null ? 0 : CsvNumber.Write(value, Rest));

    /// <summary>
    /// Writes an enum as a <c>string</c>: its member's name, names with commas for flags, else its digits.
    /// </summary>
    public void WriteEnum<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        Span<char> text = stackalloc char[256];
        scoped ReadOnlySpan<char> name = Enum.TryFormat(value, text, out int length) ? text[..length] : value.ToString();
        EnsureMore((name.Length * 3) + 3);

        // .NET writes the number of a value that has no name with the sign of the culture.
        if (!IsNumber(name) || !EnumNumber.TryToLong(value, out long number))
        {
            WriteText(name);
        }
        else
        {
            WriteLong(number);
        }
    }

    /// <summary>
    /// Writes an enum as a <c>string</c>: its member's name, names with commas for flags, else its digits.
    /// </summary>
    public void WriteEnum<TEnum>(TEnum? value)
        where TEnum : struct, Enum
    {
        if (value is { } some)
        {
            WriteEnum(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes an enum as an <c>int</c> or <c>long</c>: the number behind it.</summary>
    /// <exception cref="KustoRowException">The number is beyond 9223372036854775807.</exception>
    public void WriteEnumNumber<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        if (EnumNumber.TryToLong(value, out long number))
        {
            WriteLong(number);
        }
        else
        {
            Refuse("the number behind the enum is larger than a long; write the enum as text.");
        }
    }

    /// <summary>Writes an enum as an <c>int</c> or <c>long</c>: the number behind it.</summary>
    /// <exception cref="KustoRowException">The number is beyond 9223372036854775807.</exception>
    public void WriteEnumNumber<TEnum>(TEnum? value)
        where TEnum : struct, Enum
    {
        if (value is { } some)
        {
            WriteEnumNumber(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes bytes as a <c>string</c> of base64; null is the empty string.</summary>
    /// <exception cref="KustoRowException">The base64 is over 1 MiB.</exception>
    public void WriteBase64(byte[]? value) => WriteBase64((ReadOnlyMemory<byte>)value);

    /// <summary>Writes bytes as a <c>string</c> of base64.</summary>
    /// <exception cref="KustoRowException">The base64 is over 1 MiB.</exception>
    public void WriteBase64(ReadOnlyMemory<byte> value)
    {
        if (IsTooLong((value.Length + 2L) / 3 * 4))
        {
            RefuseTooLong();
            return;
        }

        EnsureMore(Base64.GetMaxEncodedToUtf8Length(value.Length));
        Base64.EncodeToUtf8(value.Span, Rest, out _, out int written);
        EndField(written);
    }

    /// <summary>Writes bytes as a <c>string</c> of base64; null is the empty string.</summary>
    /// <exception cref="KustoRowException">The base64 is over 1 MiB.</exception>
    public void WriteBase64(ReadOnlyMemory<byte>? value) => WriteBase64(value ?? default);

    // A sign, whatever the culture's is, is one or more characters that no name begins with; digits are ASCII.
    private static bool IsNumber(scoped ReadOnlySpan<char> name) =>
        char.IsAsciiDigit(name[0]) || (char.IsAsciiDigit(name[^1]) && !BeginsName(name[0]));

    private static bool BeginsName(char character) =>
        character == '_' || char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.LetterNumber;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteText(scoped ReadOnlySpan<char> text)
    {
        nint written = 0;
        int room = _freeEnd - _position;
        if (text.Length <= PlainText.ShortLength)
        {
            if (room >= PlainText.ShortRoom)
            {
                written = PlainText.WriteShort(in MemoryMarshal.GetReference(text), text.Length, ref Next);
            }
        }
        else if (text.Length <= CsvLimits.MaxValueBytes && room >= (text.Length * 3) + 3)
        {
            written = PlainText.WriteLong(in MemoryMarshal.GetReference(text), text.Length, ref Next);
        }

        _position += (int)written;
        if (written == 0)
        {
            WriteOddText(text);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteOddText(scoped ReadOnlySpan<char> text)
    {
        if (IsTooLong(text.Length))
        {
            WriteMended(text, TooLongProblem());
            return;
        }

        EnsureMore((text.Length * 3) + 3);
        if (!CsvText.TryWrite(text, Rest, out int written, out int valueBytes))
        {
            WriteMended(text, HalfPairProblem);
        }
        else if (IsTooLong(valueBytes))
        {
            WriteMended(text, TooLongProblem());
        }
        else
        {
            EndField(written);
        }
    }
}
