namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>As many rows as are wanted, of which some thousands differ.</summary>
internal static class Repeated
{
    public static TRow[] Array<TRow>(TRow[] rows, int count)
    {
        TRow[] many = new TRow[count];
        for (int place = 0; place < count; place += rows.Length)
        {
            System.Array.Copy(rows, 0, many, place, Math.Min(rows.Length, count - place));
        }

        return many;
    }

    /// <summary>The same without the memory for it.</summary>
    public static IEnumerable<TRow> Sequence<TRow>(TRow[] rows, long count)
    {
        for (long number = 0; number < count; number++)
        {
            yield return rows[number % rows.Length];
        }
    }
}
