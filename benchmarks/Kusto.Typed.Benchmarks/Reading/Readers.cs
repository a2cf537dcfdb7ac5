using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace Kusto.Typed.Benchmarks.Reading;

/// <summary>Ways from bytes to rows; each answers how many rows it made.</summary>
internal static class Readers
{
    private const string Query = "StormEvents";

    public static long KustoTyped<TRow>(byte[] csv)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow> =>
        Count(KustoCsv.ReadAsync<TRow>(new MemoryStream(csv)));

    public static long CsvHelper<TRow>(byte[] csv)
    {
        long rows = 0;
        using CsvReader reader = CsvReader.Create(new MemoryStream(csv));
        foreach (TRow _ in reader.GetRecords<TRow>())
        {
            rows++;
        }

        return rows;
    }

    public static long KustoTyped<TRow>(KustoConnection kusto)
        where TRow : IKustoRowReader<TRow> =>
        Count(kusto.QueryAsync<TRow>("Samples", KustoQuery.Raw(Query)));

    public static long Json<TRow>(byte[] objects, JsonTypeInfo<List<TRow>> type) =>
        JsonSerializer.Deserialize(objects, type)!.Count;

    // All bytes are there, so that nothing waits and all work is this thread's.
    private static long Count<TRow>(IAsyncEnumerable<TRow> rows)
    {
        Task<long> counting = CountAsync(rows);
        return counting.IsCompletedSuccessfully ? counting.Result : throw new InvalidOperationException("Something waited.");
    }

    private static async Task<long> CountAsync<TRow>(IAsyncEnumerable<TRow> rows)
    {
        long count = 0;
        await foreach (TRow _ in rows)
        {
            count++;
        }

        return count;
    }
}
