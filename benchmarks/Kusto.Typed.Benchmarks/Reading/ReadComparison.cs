using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Benchmarks.Reading;

/// <summary>Bytes to rows: CSV beside CsvHelper, a query's answer beside System.Text.Json.</summary>
internal static class ReadComparison
{
    private const int Rows = 2000;

    public static async Task RunAsync(int rounds, SortedDictionary<string, double> figures)
    {
        await CompareAsync("storm", SomeRows.StormEvents(Rows), ReadJson.Default.ListStormEvent, rounds, figures);
        await CompareAsync("telemetry", SomeRows.Telemetry(Rows), ReadJson.Default.ListTelemetry, rounds, figures);
    }

    private static async Task CompareAsync<TRow>(
        string name, TRow[] rows, JsonTypeInfo<List<TRow>> type, int rounds, SortedDictionary<string, double> figures)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        byte[] csv = Csv(rows);
        byte[] objects = JsonSerializer.SerializeToUtf8Bytes([.. rows], type);
        using CannedAnswer engine = CannedAnswer.Of(KustoCsv.Table<TRow>(), objects);
        await using KustoConnection kusto = new(
            "http://localhost:8080", new KustoConnectionOptions { MessageHandler = engine });
        double[] best = Interleaved.Best(
            rounds,
            () => Readers.KustoTyped<TRow>(csv),
            () => Readers.CsvHelper<TRow>(csv),
            () => Readers.KustoTyped<TRow>(kusto),
            () => Readers.Json(objects, type));
        figures[$"read_{name}_vs_csvhelper34"] = best[1] / best[0];
        figures[$"query_{name}_vs_json"] = best[3] / best[2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", best.Select(time => (time / Rows).ToString("F0", CultureInfo.InvariantCulture)))} ns a row"));
    }

    private static byte[] Csv<TRow>(TRow[] rows)
        where TRow : IKustoRow<TRow>
    {
        using MemoryStream csv = new();
        csv.Write(System.Text.Encoding.UTF8.GetBytes(
            string.Join(',', KustoCsv.Table<TRow>().Fields.Select(field => field.Name)) + "\n"));
        using Stream records = KustoCsv.OpenRead(rows);
        records.CopyTo(csv);
        return csv.ToArray();
    }
}
