namespace Kusto.Typed.Benchmarks;

/// <summary>Contenders that take turns in one process: ratios, which other load on the machine disturbs least.</summary>
internal static class Rounds
{
    /// <summary>Runs each in its turn, round by round; the rounds that warm up do not count.</summary>
    /// <param name="contenders">Who takes turns.</param>
    /// <param name="rows">What they write.</param>
    /// <param name="runs">How often one writes all rows in its turn.</param>
    /// <param name="warmUps">The rounds until the compiler has done its best.</param>
    /// <param name="rounds">The rounds that count.</param>
    public static void Run<TRow>(Contender<TRow>[] contenders, TRow[] rows, int runs, int warmUps, int rounds)
    {
        for (int round = -warmUps; round < rounds; round++)
        {
            foreach (Contender<TRow> contender in contenders)
            {
                double nanoseconds = Measure(contender, rows, runs) / ((double)runs * rows.Length);
                if (round >= 0)
                {
                    contender.Nanoseconds.Add(nanoseconds);
                }
            }
        }
    }

    private static long Measure<TRow>(Contender<TRow> contender, TRow[] rows, int runs)
    {
        using CountingStream output = new();
        long start = ThreadClock.Now();
        for (int run = 0; run < runs; run++)
        {
            contender.Write(rows, output);
        }

        return ThreadClock.Now() - start;
    }
}
