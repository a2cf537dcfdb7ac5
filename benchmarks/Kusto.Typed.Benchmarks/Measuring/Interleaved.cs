namespace Kusto.Typed.Benchmarks.Measuring;

/// <summary>Contenders that take turns in one process, A B C A B C: what disturbs one disturbs them all.</summary>
internal static class Interleaved
{
    // A contender is warm when so many turns have not made anybody faster by so much.
    private const int Patience = 8;
    private const double Faster = 0.97;
    private const double Nanoseconds = 1e6;

    /// <summary>Warms all up, then lets them take turns.</summary>
    /// <returns>For each the CPU time of a call, in nanoseconds.</returns>
    public static Times[] Run(Pace pace, IReadOnlyList<Contender> contenders)
    {
        int[] calls = WarmUp(pace, contenders);
        List<double>[] turns = [.. contenders.Select(_ => new List<double>(pace.Rounds))];
        for (int round = 0; round < pace.Rounds; round++)
        {
            for (int place = 0; place < contenders.Count; place++)
            {
                turns[place].Add(Turn(contenders[place], calls[place]) / calls[place]);
            }
        }

        return [.. turns.Select(Times.Of)];
    }

    // Together too: what the compiler learns of one contender's types another might have to share.
    private static int[] WarmUp(Pace pace, IReadOnlyList<Contender> contenders)
    {
        int[] calls = [.. contenders.Select(_ => 1)];
        double[] best = [.. contenders.Select(_ => double.MaxValue)];
        double[] spent = new double[contenders.Count];
        double enough = pace.WarmUpMilliseconds * Nanoseconds;
        for (int still = 0; (still < Patience && spent.Max() < enough * Patience) || spent.Min() < enough; still++)
        {
            for (int place = 0; place < contenders.Count; place++)
            {
                double turn = Turn(contenders[place], calls[place]);
                double time = turn / calls[place];
                still = time < best[place] * Faster ? 0 : still;
                spent[place] += turn;
                best[place] = Math.Min(best[place], time);
                calls[place] = (int)Math.Max(1, pace.TurnMilliseconds * Nanoseconds / best[place]);
            }
        }

        return calls;
    }

    private static double Turn(Contender contender, int calls)
    {
        long start = ThreadClock.Now();
        for (int call = 0; call < calls; call++)
        {
            contender.Run();
        }

        return Math.Max(1, ThreadClock.Now() - start);
    }
}
