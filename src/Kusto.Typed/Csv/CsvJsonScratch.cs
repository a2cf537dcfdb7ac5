using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Kusto.Typed.Csv;

/// <summary>Where the JSON of a dynamic field is written before it is quoted; kept from row to row.</summary>
internal sealed class CsvJsonScratch
{
    // What reading goes down to: a deeper value would be written and never read back.
    private const int MaxDepth = 64;

    // Minified whatever the user's context says, and readable: what JSON does not ask for is not escaped.
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = false,
        MaxDepth = MaxDepth,
    };

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private Utf8JsonWriter? _writer;

    /// <summary>The JSON written since <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>A writer on empty memory.</summary>
    public Utf8JsonWriter Begin()
    {
        _bytes.ResetWrittenCount();
        _writer ??= new Utf8JsonWriter(_bytes, s_options);
        _writer.Reset();
        return _writer;
    }

    /// <summary>Takes text that should be JSON.</summary>
    /// <returns>False where half of a surrogate pair stands in it, which has become U+FFFD.</returns>
    public bool TrySetText(string json)
    {
        _bytes.ResetWrittenCount();
        Span<byte> room = _bytes.GetSpan((json.Length * 3) + 1);
        bool valid = Utf8.FromUtf16(json, room, out _, out int written, replaceInvalidSequences: false)
            == OperationStatus.Done;
        if (!valid)
        {
            Utf8.FromUtf16(json, room, out _, out written);
        }

        _bytes.Advance(written);
        return valid;
    }

    /// <summary>Makes U+FFFD of each half of a surrogate pair that is escaped.</summary>
    /// <returns>False where there is none.</returns>
    public bool MendEscapes()
    {
        // The memory is this object's own, and an escape keeps its length.
        Span<byte> json = MemoryMarshal.AsMemory(_bytes.WrittenMemory).Span;
        return JsonMending.MendEscapes(json);
    }

    /// <summary>
    /// True where the writer has put U+FFFD in the place of half a surrogate pair: it writes that as an escape, and
    /// one that stood in the text as itself.
    /// </summary>
    public bool HasReplacement()
    {
        ReadOnlySpan<byte> escape = "\\uFFFD"u8;
        ReadOnlySpan<byte> rest = Written;
        for (int place; (place = rest.IndexOf(escape)) >= 0; rest = rest[(place + escape.Length)..])
        {
            // An odd number of backslashes before it escapes the backslash, and the rest is text.
            int before = place - 1 - rest[..place].LastIndexOfAnyExcept((byte)'\\');
            if (before % 2 == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the text stops being one JSON value, as an offset in bytes; null where it is one.</summary>
    public long? NotJsonAt()
    {
        Utf8JsonReader reader = new(Written);
        try
        {
            while (reader.Read())
            {
                // Half of a surrogate pair, escaped: JSON to the letter, and no text to anybody.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Its message quotes from the value.
            return reader.BytesConsumed;
        }
    }
}
