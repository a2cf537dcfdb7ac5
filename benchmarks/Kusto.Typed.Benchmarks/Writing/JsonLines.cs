using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>Rows as lines of JSON, by what System.Text.Json generates at compile time.</summary>
internal static class JsonLines
{
    private const int BlockBytes = 256 * 1024;

    public static void Write<TRow>(TRow[] rows, Stream output, JsonTypeInfo<TRow> type)
    {
        ArrayBufferWriter<byte> block = new(BlockBytes * 2);
        using Utf8JsonWriter json = new(block, RowJson.Relaxed);
        foreach (TRow row in rows)
        {
            JsonSerializer.Serialize(json, row, type);
            json.Flush();
            json.Reset();
            block.Write("\n"u8);
            if (block.WrittenCount > BlockBytes)
            {
                output.Write(block.WrittenSpan);
                block.ResetWrittenCount();
            }
        }

        output.Write(block.WrittenSpan);
    }
}
