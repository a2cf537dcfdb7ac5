using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>A table of ways to write the same rows.</summary>
/// <param name="Name">How it is called in the results.</param>
/// <param name="Rows">What is written.</param>
/// <param name="Writers">Who writes, ours first.</param>
/// <param name="Json">How the rows look as JSON.</param>
internal sealed record WritingTable<TRow>(string Name, TRow[] Rows, RowWriter<TRow>[] Writers, JsonTypeInfo<TRow> Json)
{
    private const int Checked = 2000;

    /// <summary>Encodes a row's strings; null where that is no limit of the table.</summary>
    public Func<TRow, byte[], int>? GetBytes { get; init; }

    public void Measure(Pace pace, Results results)
    {
        TRow[] some = Rows[..Math.Min(Rows.Length, Checked)];
        SameMeaning.Check(Writers, some, Json);
        byte[] csv = SameMeaning.Bytes(Writers[0], some);
        using CountingStream output = new();
        Contender[] contenders =
        [
            .. Writers.Select(writer => new Contender(writer.Key, () => writer.Write(Rows, output))),
            .. GetBytes is null ? [] : Limits.Of(Rows, csv, GetBytes),
        ];
        Times[] times = Interleaved.Run(pace, contenders);
        for (int place = 0; place < contenders.Length; place++)
        {
            results.Add(Name, contenders[place].Key, Results.Nanoseconds, times[place].Best / Rows.Length);
            results.Add(Name, contenders[place].Key, Results.Median, times[place].Median / Rows.Length);
        }

        results.Add("shapes", Name, "bytes", (double)csv.Length / some.Length);
        results.Add("shapes", Name, "rows", Rows.Length);
    }
}
