namespace Kusto.Typed.Benchmarks;

/// <summary>Contenders that take turns, A B C A B C: what disturbs one disturbs them all.</summary>
internal static class Interleaved
{
    // A turn is long enough for the clock and short enough for all to have the machine in the same state.
    private const double TurnNanoseconds = 5e6;

    /// <summary>The least CPU time of one call of each contender, in nanoseconds, over the rounds after warming up.</summary>
    public static double[] Best(int rounds, params Func<long>[] contenders)
    {
        int[] calls = [.. contenders.Select(CallsInTurn)];
        double[] best = [.. contenders.Select(_ => double.MaxValue)];
        for (int round = 0; round < rounds; round++)
        {
            for (int place = 0; place < contenders.Length; place++)
            {
                best[place] = Math.Min(best[place], Turn(contenders[place], calls[place]) / calls[place]);
            }
        }

        return best;
    }

    private static double Turn(Func<long> contender, int calls)
    {
        double start = ThreadClock.Nanoseconds;
        for (int call = 0; call < calls; call++)
        {
            contender();
        }

        return ThreadClock.Nanoseconds - start;
    }

    // Warms up too: the compiler has done its best when nothing gets faster any more.
    private static int CallsInTurn(Func<long> contender)
    {
        const int Patience = 20;
        double best = double.MaxValue;
        for (int since = 0; since < Patience; since++)
        {
            double time = Turn(contender, 2) / 2;
            if (time < best * 0.97)
            {
                since = 0;
            }

            best = Math.Min(best, time);
        }

        return (int)Math.Max(1, TurnNanoseconds / best);
    }
}
