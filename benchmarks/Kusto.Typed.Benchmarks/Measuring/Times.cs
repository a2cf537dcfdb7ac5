namespace Kusto.Typed.Benchmarks.Measuring;

/// <summary>What the rounds of a contender took, in nanoseconds.</summary>
internal readonly record struct Times(double Best, double Median)
{
    public static Times Of(IEnumerable<double> rounds)
    {
        double[] ordered = [.. rounds.Order()];
        return new(ordered[0], ordered[ordered.Length / 2]);
    }

    public static Times operator /(Times times, double units) => new(times.Best / units, times.Median / units);
}
