using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;
using Kusto.Typed.Csv;
using Kusto.Typed.Ingestion;
using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed.Benchmarks;

/// <summary>The ways from rows to bytes that are compared; what one can keep from call to call is kept.</summary>
internal static class Contenders
{
    public const string Ours = "ours";
    public const string CsvHelperKey = "csvhelper34";
    public const string DataReaderKey = "datareader";
    public const string JsonKey = "json";
    public const string JoinKey = "join";
    public const string GetBytesKey = "getbytes";
    public const string CopyKey = "memcpy";

    private static readonly CsvWriterOptions s_noHeader = new() { HasHeader = false, NewLine = "\n" };

    /// <summary>Those that write every column, ours first.</summary>
    public static Contender<TRow>[] OfRows<TRow>(JsonTypeInfo<TRow> json, Func<TRow, string> join)
        where TRow : IKustoRow<TRow> =>
    [
        new(Ours, "Kusto.Typed", WriteOurs),
        new(CsvHelperKey, "CsvHelper `WriteRecords`, source-generated", WriteCsvHelper),
        new(DataReaderKey, "reflection data reader to CSV", DataReaderCsv.Write),
        new(JsonKey, "System.Text.Json, source-generated lines", (rows, output) => WriteJson(rows, output, json)),
        new(
            "ours_blind",
            "Kusto.Typed without looking ahead",
            (rows, output) => WriteOurs(rows.AsEnumerable().GetEnumerator(), output)),
        new(JoinKey, "`string.Join` and UTF-8", (rows, output) => WriteJoined(rows, output, join)),
    ];

    /// <summary>What no writer could undercut that reads the strings, or stores the bytes.</summary>
    public static Contender<TRow>[] Limits<TRow>(Func<TRow, string[]> strings, TRow[] rows, byte[] csv)
    {
        string[][] texts = [.. rows.Select(strings)];
        byte[] bytes = new byte[csv.Length + (3 * texts.Max(row => row.Sum(text => text.Length)))];
        return
        [
            new(
                GetBytesKey,
                "limit: `Encoding.UTF8.GetBytes` of the string columns alone",
                (_, _) => GetBytes(texts, bytes)),
            new(CopyKey, "limit: copying the finished CSV", (_, _) => csv.CopyTo(bytes.AsSpan())),
        ];
    }

    // Through the pump that ingestion has: with all its checks, and the blocks as they go to the compressor.
    public static void WriteOurs<TRow>(TRow[] rows, Stream output)
        where TRow : IKustoRow<TRow> => WriteOurs(RowsInMemory<TRow, TRow>.Of(rows), output);

    private static void WriteOurs<TRow>(IEnumerator<TRow> source, Stream output)
        where TRow : IKustoRow<TRow>
    {
        BatchLimit limit = new(long.MaxValue, long.MaxValue, "");
        using RowPump<TRow, TRow> pump = new(limit, default, CancellationToken.None);
        PumpHalt halt;
        do
        {
            halt = pump.Fill(source);
            while (pump.TryTakeFull(out CsvBlock block)
                || (halt == PumpHalt.SourceEnded && pump.TryTakeRest(out block)))
            {
                output.Write(block.Span);
                block.Return();
            }
        }
        while (halt != PumpHalt.SourceEnded);
    }

    public static void WriteCsvHelper<TRow>(TRow[] rows, Stream output)
    {
        using CsvWriter csv = CsvWriter.Create(output, s_noHeader, leaveOpen: true);
        csv.WriteRecords(rows);
    }

    private static void WriteJson<TRow>(TRow[] rows, Stream output, JsonTypeInfo<TRow> type)
    {
        const int BlockBytes = 256 * 1024;
        ArrayBufferWriter<byte> block = new(BlockBytes * 2);
        using Utf8JsonWriter json = new(block);
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

    private static void WriteJoined<TRow>(TRow[] rows, Stream output, Func<TRow, string> join)
    {
        foreach (TRow row in rows)
        {
            output.Write(Encoding.UTF8.GetBytes(join(row)));
        }
    }

    private static void GetBytes(string[][] rows, byte[] bytes)
    {
        foreach (string[] row in rows)
        {
            int written = 0;
            foreach (string text in row)
            {
                written += Encoding.UTF8.GetBytes(text, bytes.AsSpan(written));
            }
        }
    }
}
