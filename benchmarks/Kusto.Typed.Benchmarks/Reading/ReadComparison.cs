using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Benchmarks.Reading;

/// <summary>Bytes to rows: CSV beside CsvHelper, a query's answer beside System.Text.Json.</summary>
internal static class ReadComparison
{
    private const int Rows = 2000;

    public static async Task RunAsync(bool quick, Results results)
    {
        Pace pace = Pace.Hot(quick);
        await CompareAsync("", SomeRows.StormEvents(Rows), ReadJson.Default.ListStormEvent, pace, results);
        await CompareAsync("_telemetry", SomeRows.Telemetry(Rows), ReadJson.Default.ListTelemetry, pace, results);
    }

    /// <summary>The rows as CSV, under their columns' names.</summary>
    public static byte[] Csv<TRow>(TRow[] rows)
        where TRow : IKustoRow<TRow>
    {
        using MemoryStream csv = new();
        csv.Write(System.Text.Encoding.UTF8.GetBytes(
            string.Join(',', KustoCsv.Table<TRow>().Fields.Select(field => field.Name)) + "\n"));
        using Stream records = KustoCsv.OpenRead(rows);
        records.CopyTo(csv);
        return csv.ToArray();
    }

    private static async Task CompareAsync<TRow>(
        string shape, TRow[] rows, JsonTypeInfo<List<TRow>> type, Pace pace, Results results)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        byte[] csv = Csv(rows);
        byte[] objects = JsonSerializer.SerializeToUtf8Bytes([.. rows], type);
        using CannedAnswer engine = CannedAnswer.Of(KustoCsv.Table<TRow>(), objects);
        await using KustoConnection kusto = new(
            "http://localhost:8080", new KustoConnectionOptions { MessageHandler = engine });
        (string Table, string Contender, Func<long> Read)[] readers =
        [
            ("read", Keys.Ours, () => Readers.KustoTyped<TRow>(csv)),
            ("read", Keys.CsvHelper, () => Readers.CsvHelper<TRow>(csv)),
            ("query", Keys.Ours, () => Readers.KustoTyped<TRow>(kusto)),
            ("query", Keys.Json, () => Readers.Json(objects, type)),
        ];
        Times[] times = Interleaved.Run(
            pace, [.. readers.Select(reader => new Contender(reader.Contender, () => Checked(reader.Read())))]);
        for (int place = 0; place < readers.Length; place++)
        {
            string table = readers[place].Table + shape;
            results.Add(table, readers[place].Contender, Results.Nanoseconds, times[place].Best / Rows);
            results.Add(table, readers[place].Contender, Results.Median, times[place].Median / Rows);
        }
    }

    private static void Checked(long rows)
    {
        if (rows != Rows)
        {
            throw new InvalidOperationException($"{Rows} rows were written, {rows} were read.");
        }
    }
}
