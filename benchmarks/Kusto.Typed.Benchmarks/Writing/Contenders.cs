using System.Text.Json.Serialization.Metadata;
using CsvHelper;
using Kusto.Typed.Csv;
using Kusto.Typed.Ingestion;
using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>The ways from rows to bytes that are compared; what one can keep from call to call is kept.</summary>
internal static class Contenders
{
    // What makes it fastest: fewer and larger writes (1 %), and no counting of fields that are always as many (2 %).
    private static readonly CsvWriterOptions s_csvHelper =
        new() { HasHeader = false, NewLine = "\n", BufferSize = 256 * 1024, ValidateFieldCount = false };

    /// <summary>Those that write StormEvents, ours first.</summary>
    public static RowWriter<StormEvent>[] Storms { get; } =
        [.. OfRows(RowJson.Default.StormEvent), .. ByHand<StormEvent>(CsvHelperFields.Write, JoinedRows.Join)];

    /// <summary>Those that write telemetry, ours first.</summary>
    public static RowWriter<Telemetry>[] Telemetry { get; } =
        [.. OfRows(RowJson.Default.Telemetry), .. ByHand<Telemetry>(CsvHelperFields.Write, JoinedRows.Join)];

    /// <summary>Those that take any rows, ours first.</summary>
    public static RowWriter<TRow>[] OfRows<TRow>(JsonTypeInfo<TRow> json)
        where TRow : IKustoRow<TRow> =>
    [
        new(Keys.Ours, WriteOurs),
        new(Keys.CsvHelper, WriteCsvHelper),
        new(Keys.Json, (rows, output) => JsonLines.Write(rows, output, json)),
    ];

    // Through the pump that ingestion has: with all its checks, and the blocks as they go to the compressor.
    public static void WriteOurs<TRow>(TRow[] rows, Stream output)
        where TRow : IKustoRow<TRow> => WriteOurs(RowsInMemory<TRow, TRow>.Of(rows), output);

    public static void WriteCsvHelper<TRow>(TRow[] rows, Stream output)
    {
        using CsvWriter csv = CsvWriter.Create(output, s_csvHelper, leaveOpen: true);
        csv.WriteRecords(rows);
    }

    private static RowWriter<TRow>[] ByHand<TRow>(Action<CsvWriter, TRow> fields, Func<TRow, string> join)
        where TRow : IKustoRow<TRow> =>
    [
        new(Keys.DataReader, DataReaderCsv.Write),
        new(Keys.CsvHelperByHand, (rows, output) => WriteCsvHelper(rows, output, fields)),
        new(Keys.Join, (rows, output) => JoinedRows.Write(rows, output, join)),
        new(Keys.OursBlind, (rows, output) => WriteOurs(rows.AsEnumerable().GetEnumerator(), output)),
    ];

    private static void WriteCsvHelper<TRow>(TRow[] rows, Stream output, Action<CsvWriter, TRow> fields)
    {
        using CsvWriter csv = CsvWriter.Create(output, s_csvHelper, leaveOpen: true);
        foreach (TRow row in rows)
        {
            fields(csv, row);
            csv.EndRecord();
        }
    }

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
}
