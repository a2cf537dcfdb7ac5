namespace Kusto.Typed.Ingestion.Queued;

/// <summary>How the requests to an account went within the last minute, what is newer counting for more.</summary>
internal sealed class AccountHistory
{
    private const int Buckets = 6;

    private static readonly TimeSpan s_bucket = TimeSpan.FromSeconds(10);

    private readonly (long Period, int Successes, int Requests)[] _buckets = new (long, int, int)[Buckets];

    public void Add(DateTimeOffset now, bool succeeded)
    {
        long period = PeriodOf(now);
        ref (long Period, int Successes, int Requests) bucket = ref _buckets[period % Buckets];
        if (bucket.Period != period)
        {
            bucket = (period, 0, 0);
        }

        bucket.Successes += succeeded ? 1 : 0;
        bucket.Requests++;
    }

    /// <summary>The share of requests that succeeded, 0 to 1; 1 where there were none lately.</summary>
    public double SuccessAt(DateTimeOffset now)
    {
        long newest = PeriodOf(now);
        double weights = 0;
        double success = 0;
        foreach ((long period, int successes, int requests) in _buckets)
        {
            long age = newest - period;
            if (requests > 0 && age is >= 0 and < Buckets)
            {
                double weight = Buckets - age;
                weights += weight;
                success += weight * successes / requests;
            }
        }

        return weights == 0 ? 1 : success / weights;
    }

    private static long PeriodOf(DateTimeOffset time) => time.UtcTicks / s_bucket.Ticks;
}
