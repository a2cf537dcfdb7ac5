using System.Buffers.Text;
using System.Data.SqlTypes;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Csv;

// One method for each Kusto type, an overload for each C# type that becomes it.
public ref partial struct KustoCsvWriter
{
    /// <summary>Writes a <c>bool</c>.</summary>
    public void WriteBool(bool value)
    {
        ReadOnlySpan<byte> text = value ? "true,"u8 : "false,"u8;
        text.CopyTo(_bytes[_position..]);
        _position += text.Length;
    }

    /// <summary>Writes a <c>bool</c>.</summary>
    public void WriteBool(bool? value)
    {
        if (value is { } some)
        {
            WriteBool(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes an <c>int</c>.</summary>
    public void WriteInt(int value) => EndField(CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes an <c>int</c>.</summary>
    public void WriteInt(int? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>long</c>.</summary>
    public void WriteLong(long value) => EndField(CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>long</c>.</summary>
    public void WriteLong(long? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>long</c>.</summary>
    /// <exception cref="KustoRowException">The value is beyond 9223372036854775807.</exception>
    public void WriteLong(ulong value) =>
        WriteLong(value <= long.MaxValue
            ? (long)value
            : throw FieldProblem("the value is larger than a long; make the column a decimal."));

    /// <summary>Writes a <c>long</c>.</summary>
    /// <exception cref="KustoRowException">The value is beyond 9223372036854775807.</exception>
    public void WriteLong(ulong? value)
    {
        if (value is { } some)
        {
            WriteLong(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>decimal</c>.</summary>
    public void WriteDecimal(decimal value) => EndField(CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>decimal</c>.</summary>
    public void WriteDecimal(decimal? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>decimal</c>.</summary>
    public void WriteDecimal(ulong value) => EndField(CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>decimal</c>.</summary>
    public void WriteDecimal(ulong? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>decimal</c>; the null of <see cref="SqlDecimal"/> is an empty field.</summary>
    public void WriteDecimal(SqlDecimal value) =>
        EndField(value.IsNull ? 0 : CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>decimal</c>; both nulls are an empty field.</summary>
    public void WriteDecimal(SqlDecimal? value) => WriteDecimal(value ?? SqlDecimal.Null);

    /// <summary>Writes a <c>real</c>; NaN and the infinities are values.</summary>
    public void WriteReal(double value) => EndField(CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>real</c>; NaN and the infinities are values.</summary>
    public void WriteReal(double? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>real</c>: the shortest text of the narrow type, <c>0.1</c> for <c>0.1f</c>.</summary>
    public void WriteReal(float value) => EndField(CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>real</c>: the shortest text of the narrow type.</summary>
    public void WriteReal(float? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>real</c>: the shortest text of the narrow type.</summary>
    public void WriteReal(Half value) => EndField(CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>real</c>: the shortest text of the narrow type.</summary>
    public void WriteReal(Half? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>datetime</c>: local times are converted to UTC, those of no kind are taken as UTC.</summary>
    /// <exception cref="KustoRowException">UTC cannot hold the local time.</exception>
    public void WriteDateTime(DateTime value) =>
        EndField(CsvTime.TryWrite(value, _bytes[_position..], out int written)
            ? written
            : throw FieldProblem("the local time lies, in UTC, outside the years 0001 to 9999."));

    /// <summary>Writes a <c>datetime</c>: local times are converted to UTC, those of no kind are taken as UTC.</summary>
    /// <exception cref="KustoRowException">UTC cannot hold the local time.</exception>
    public void WriteDateTime(DateTime? value)
    {
        if (value is { } some)
        {
            WriteDateTime(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>datetime</c>: the instant; the offset is lost.</summary>
    public void WriteDateTime(DateTimeOffset value) =>
        EndField(CsvTime.WriteUtc(value.UtcDateTime, _bytes[_position..]));

    /// <summary>Writes a <c>datetime</c>: the instant; the offset is lost.</summary>
    public void WriteDateTime(DateTimeOffset? value) =>
        EndField(value is { } some ? CsvTime.WriteUtc(some.UtcDateTime, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>datetime</c>: the midnight in UTC at which the day begins.</summary>
    public void WriteDateTime(DateOnly value) => EndField(CsvTime.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>datetime</c>: the midnight in UTC at which the day begins.</summary>
    public void WriteDateTime(DateOnly? value) =>
        EndField(value is { } some ? CsvTime.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>timespan</c>.</summary>
    public void WriteTimeSpan(TimeSpan value) => EndField(CsvTime.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>timespan</c>.</summary>
    public void WriteTimeSpan(TimeSpan? value) =>
        EndField(value is { } some ? CsvTime.Write(some, _bytes[_position..]) : 0);

    /// <summary>Writes a <c>timespan</c>: the time since midnight.</summary>
    public void WriteTimeSpan(TimeOnly value) => WriteTimeSpan(value.ToTimeSpan());

    /// <summary>Writes a <c>timespan</c>: the time since midnight.</summary>
    public void WriteTimeSpan(TimeOnly? value) => WriteTimeSpan(value?.ToTimeSpan());

    /// <summary>Writes a <c>guid</c>.</summary>
    public void WriteGuid(Guid value)
    {
        bool written = Utf8Formatter.TryFormat(value, _bytes[_position..], out int length);
        EndField(CsvNumber.Done(written, length));
    }

    /// <summary>Writes a <c>guid</c>.</summary>
    public void WriteGuid(Guid? value)
    {
        if (value is { } some)
        {
            WriteGuid(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>string</c>; null is the empty string, since Kusto's strings have no null.</summary>
    /// <exception cref="KustoRowException">It is over 1 MiB of UTF-8, or half of a surrogate pair stands in it.</exception>
    public void WriteString(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            EndField(0);
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
    /// <exception cref="KustoRowException">It is over 1 MiB of UTF-8, or half of a surrogate pair stands in it.</exception>
    public void WriteString(Uri? value)
    {
        string? text = value?.OriginalString;
        EnsureMore(Room(text));
        WriteString(text);
    }

    /// <summary>Writes a <c>string</c>: two to four numbers with points.</summary>
    public void WriteString(Version? value) => EndField(value is null ? 0 : CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes a <c>string</c>: the address, with the scope of IPv6 where it has one.</summary>
    public void WriteString(IPAddress? value) =>
        EndField(value is null ? 0 : CsvNumber.Write(value, _bytes[_position..]));

    /// <summary>Writes an enum as a <c>string</c>: its member's name, names with commas for flags, else its digits.</summary>
    public void WriteEnum<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        Span<char> text = stackalloc char[256];
        scoped ReadOnlySpan<char> name = Enum.TryFormat(value, text, out int length) ? text[..length] : value.ToString();
        EnsureMore((name.Length * 3) + 3);

        // .NET writes the number of a value that has no name with the sign of the culture.
        if (!char.IsAsciiDigit(name[^1]) || char.IsLetter(name[0]) || !EnumNumber.TryToLong(value, out long number))
        {
            WriteText(name);
        }
        else
        {
            WriteLong(number);
        }
    }

    /// <summary>Writes an enum as a <c>string</c>: its member's name, names with commas for flags, else its digits.</summary>
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
            throw FieldProblem("the number behind the enum is larger than a long; write the enum as text.");
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
        if (value.Length > CsvLimits.MaxValueBytes / 4 * 3)
        {
            throw TooLong();
        }

        EnsureMore(Base64.GetMaxEncodedToUtf8Length(value.Length));
        Base64.EncodeToUtf8(value.Span, _bytes[_position..], out _, out int written);
        EndField(written);
    }

    /// <summary>Writes bytes as a <c>string</c> of base64; null is the empty string.</summary>
    /// <exception cref="KustoRowException">The base64 is over 1 MiB.</exception>
    public void WriteBase64(ReadOnlyMemory<byte>? value) => WriteBase64(value ?? default);

    /// <summary>Writes a <c>dynamic</c>: the element; nothing where it is undefined.</summary>
    /// <exception cref="KustoRowException">It cannot be written as JSON, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            EndField(0);
            return;
        }

        WriteJson(value, static (json, element) => element.WriteTo(json));
    }

    /// <summary>Writes a <c>dynamic</c>: the element; nothing where it is undefined.</summary>
    /// <exception cref="KustoRowException">It cannot be written as JSON, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(JsonElement? value) => WriteDynamic(value ?? default);

    /// <summary>Writes a <c>dynamic</c>: the document's root.</summary>
    /// <exception cref="KustoRowException">It cannot be written as JSON, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(JsonDocument? value) => WriteDynamic(value?.RootElement);

    /// <summary>Writes a <c>dynamic</c>: the node.</summary>
    /// <exception cref="KustoRowException">It cannot be written as JSON, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(JsonNode? value)
    {
        if (value is null)
        {
            EndField(0);
            return;
        }

        WriteJson(value, static (json, node) => node.WriteTo(json));
    }

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(float[]? value)
    {
        if (value is null)
        {
            EndField(0);
        }
        else
        {
            WriteNumbers<float>(value);
        }
    }

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(ReadOnlyMemory<float> value) => WriteNumbers(value.Span);

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(ReadOnlyMemory<float>? value)
    {
        if (value is { } some)
        {
            WriteNumbers(some.Span);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(double[]? value)
    {
        if (value is null)
        {
            EndField(0);
        }
        else
        {
            WriteNumbers<double>(value);
        }
    }

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(ReadOnlyMemory<double> value) => WriteNumbers(value.Span);

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(ReadOnlyMemory<double>? value)
    {
        if (value is { } some)
        {
            WriteNumbers(some.Span);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>dynamic</c> from JSON text, which is checked; null is null.</summary>
    /// <exception cref="KustoRowException">The text is not one JSON value, or over 1 MiB of UTF-8.</exception>
    public void WriteDynamic(string? json)
    {
        if (json is null)
        {
            EndField(0);
        }
        else if (json.Length > CsvLimits.MaxValueBytes)
        {
            throw TooLong();
        }
        else
        {
            if (!_buffer.Json.TrySetText(json))
            {
                throw HalfPair();
            }

            if (_buffer.Json.NotJsonAt() is { } place)
            {
                throw FieldProblem($"the text is not one JSON value, as a dynamic column wants it: see byte {place}.");
            }

            WriteJson();
        }
    }

    /// <summary>Writes a <c>dynamic</c> from an object, through the user's own JSON context.</summary>
    /// <exception cref="KustoRowException">It cannot be written as JSON, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic<T>(T? value, JsonTypeInfo<T> type)
    {
        if (value is null)
        {
            EndField(0);
        }
        else
        {
            WriteJson((value, type), static (json, its) => JsonSerializer.Serialize(json, its.value, its.type));
        }
    }

    /// <summary>Writes a <c>dynamic</c> from a struct, through the user's own JSON context.</summary>
    /// <exception cref="KustoRowException">It cannot be written as JSON, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic<T>(T? value, JsonTypeInfo<T> type)
        where T : struct
    {
        if (value is { } some)
        {
            WriteDynamic<T>(some, type);
        }
        else
        {
            EndField(0);
        }
    }

    // What the serializer refuses (NaN, a cycle, too deep a nesting) is a row that cannot be written.
    private void WriteJson<TValue>(TValue value, Action<Utf8JsonWriter, TValue> write)
    {
        Utf8JsonWriter json = _buffer.Json.Begin();
        try
        {
            write(json, value);
            json.Flush();
        }
        catch (Exception refusal)
            when (refusal is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw FieldProblem("the value cannot be written as JSON: see the inner exception.", refusal);
        }

        if (_buffer.Json.HasReplacement())
        {
            throw HalfPair();
        }

        WriteJson();
    }

    private void WriteNumbers<TNumber>(scoped ReadOnlySpan<TNumber> numbers)
        where TNumber : IFloatingPoint<TNumber>
    {
        Utf8JsonWriter json = _buffer.Json.Begin();
        json.WriteStartArray();
        foreach (TNumber number in numbers)
        {
            if (!TNumber.IsFinite(number))
            {
                throw FieldProblem("a number of the array is NaN or infinite, which JSON has no form for.");
            }

            if (typeof(TNumber) == typeof(float))
            {
                json.WriteNumberValue((float)(object)number);
            }
            else
            {
                json.WriteNumberValue((double)(object)number);
            }
        }

        json.WriteEndArray();
        json.Flush();
        WriteJson();
    }

    // The JSON in the scratch memory becomes the field.
    private void WriteJson()
    {
        ReadOnlySpan<byte> json = _buffer.Json.Written;
        if (json.Length > CsvLimits.MaxValueBytes)
        {
            throw TooLong();
        }

        EnsureMore((json.Length * 2) + 2);
        EndField(CsvText.Write(json, _bytes[_position..]));
    }

    private void WriteText(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > CsvLimits.MaxValueBytes)
        {
            throw TooLong();
        }

        if (!CsvText.TryWrite(text, _bytes[_position..], out int written, out int valueBytes))
        {
            throw HalfPair();
        }

        if (valueBytes > CsvLimits.MaxValueBytes)
        {
            throw TooLong();
        }

        EndField(written);
    }
}
