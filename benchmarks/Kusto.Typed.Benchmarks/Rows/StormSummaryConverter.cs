using System.Buffers;
using System.Text.Json;
using CsvHelper;

namespace Kusto.Typed.Benchmarks.Rows;

/// <summary>A summary as CsvHelper writes and reads it: JSON by the same context, without a string in between.</summary>
internal sealed class StormSummaryConverter : ICsvConverter<StormSummary>
{
    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_text;

    public StormSummary Read(CsvReader reader, int column) =>
        JsonSerializer.Deserialize(reader.GetString(column), RowJson.Default.StormSummary)!;

    public void Write(CsvWriter writer, StormSummary value) => writer.WriteField(Text(value));

    /// <summary>The JSON, until the next call on this thread.</summary>
    public static ReadOnlySpan<byte> Text(StormSummary value)
    {
        ArrayBufferWriter<byte> text = t_text ??= new();
        Utf8JsonWriter json = t_json ??= new(text, RowJson.Relaxed);
        text.ResetWrittenCount();
        json.Reset();
        JsonSerializer.Serialize(json, value, RowJson.Default.StormSummary);
        json.Flush();
        return text.WrittenSpan;
    }
}
