using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Csv;

// Dynamic values: JSON, quoted as a field.
public ref partial struct KustoCsvWriter
{
    /// <summary>Writes a <c>dynamic</c>: the element; nothing where it is undefined.</summary>
    /// <exception cref="KustoRowException">It cannot be written as JSON, or the JSON is over 1 MiB.</exception>
    public void WriteDynamic(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            EndField(0);
            return;
        }

        WriteJson(value, static (json, element) => element.WriteTo(json), JsonMending.Write);
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

        WriteJson(value, static (json, node) => node.WriteTo(json), JsonMending.Write);
    }

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">
    /// A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.
    /// </exception>
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
    /// <exception cref="KustoRowException">
    /// A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.
    /// </exception>
    public void WriteDynamic(ReadOnlyMemory<float> value) => WriteNumbers(value.Span);

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">
    /// A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.
    /// </exception>
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
    /// <exception cref="KustoRowException">
    /// A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.
    /// </exception>
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
    /// <exception cref="KustoRowException">
    /// A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.
    /// </exception>
    public void WriteDynamic(ReadOnlyMemory<double> value) => WriteNumbers(value.Span);

    /// <summary>Writes a <c>dynamic</c>: an array of numbers.</summary>
    /// <exception cref="KustoRowException">
    /// A number is NaN or infinite, which JSON lacks, or the JSON is over 1 MiB.
    /// </exception>
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
        else if (IsTooLong(json.Length))
        {
            RefuseTooLong();
        }
        else
        {
            WriteJsonText(json);
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

    private void WriteJsonText(string json)
    {
        bool isMended = !_buffer.Json.TrySetText(json);
        if (isMended && !Replaces)
        {
            throw FieldProblem(HalfPairProblem);
        }

        long? place = _buffer.Json.NotJsonAt();
        if (place is not null && Replaces && _buffer.Json.MendEscapes())
        {
            isMended = true;
            place = _buffer.Json.NotJsonAt();
        }

        if (place is not null)
        {
            Refuse($"the text is not one JSON value, as a dynamic column wants it: see byte {place}.");
        }
        else
        {
            WriteJson(isMended);
        }
    }

    // What the serializer refuses (NaN, a cycle, too deep a nesting) is a value that cannot be written.
    private void WriteJson<TValue>(
        TValue value, Action<Utf8JsonWriter, TValue> write, Action<Utf8JsonWriter, TValue>? mend = null)
    {
        bool isMended = false;
        Exception? refusal = TryWriteJson(value, write);
        if (refusal is not null && Replaces && mend is not null)
        {
            isMended = TryWriteJson(value, mend) is null;
        }

        if (refusal is not null && !isMended)
        {
            RefuseJson(refusal, hasUserCode: mend is null);
            return;
        }

        isMended |= _buffer.Json.HasReplacement();
        if (isMended && !Replaces)
        {
            throw FieldProblem(HalfPairProblem);
        }

        WriteJson(isMended);
    }

    private readonly Exception? TryWriteJson<TValue>(TValue value, Action<Utf8JsonWriter, TValue> write)
    {
        Utf8JsonWriter json = _buffer.Json.Begin();
        try
        {
            write(json, value);
            json.Flush();
            return null;
        }
        catch (Exception refusal)
            when (refusal is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return refusal;
        }
    }

    // The serializer says what it refuses by a JsonException, and NaN by an ArgumentException of no parameter. Whatever
    // else comes out of it may be a property's own, which is no value that does not fit.
    private void RefuseJson(Exception refusal, bool hasUserCode)
    {
        const string Problem = "the value cannot be written as JSON: see the inner exception.";
        if (hasUserCode && refusal is not (JsonException or ArgumentException { ParamName: null }))
        {
            throw new KustoRowException(Problem, _buffer.RowIndex, Column()?.Name, refusal);
        }

        Refuse(Problem, refusal);
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
                Refuse("a number of the array is NaN or infinite, which JSON has no form for.");
                return;
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

    // The JSON in the scratch memory becomes the field; mended is only what the policy lets be replaced.
    private void WriteJson(bool isMended = false)
    {
        ReadOnlySpan<byte> json = _buffer.Json.Written;
        if (IsTooLong(json.Length))
        {
            RefuseTooLong();
            return;
        }

        if (isMended)
        {
            CountReplaced(HalfPairProblem);
        }

        EnsureMore((json.Length * 2) + 2);
        EndField(CsvText.Write(json, Rest));
    }
}
