namespace Kusto.Typed.Connection;

/// <summary>
/// The one policy by which requests are sent again; whether a request may be is its sender's to know.
/// </summary>
internal sealed class RetryPolicy(KustoRetryOptions options, TimeProvider timeProvider, Func<double>? random = null)
{
    private readonly Func<double> _random = random ?? Random.Shared.NextDouble;

    /// <summary>The wait before the next attempt; null where there is to be none.</summary>
    /// <param name="attempt">The number of attempts made, at least 1.</param>
    /// <param name="failure">How the last of them ended.</param>
    public TimeSpan? DelayAfter(int attempt, KustoServiceException failure)
    {
        if (failure.IsPermanent || failure.RetryAfter > options.MaxDelay)
        {
            return null;
        }

        TimeSpan? backoff = DelayAfter(attempt);
        return failure.RetryAfter > backoff ? failure.RetryAfter : backoff;
    }

    /// <summary>
    /// The wait before the next look at something that is not ready yet; null where there is to be none.
    /// </summary>
    public TimeSpan? DelayAfter(int attempt) => attempt < options.MaxAttempts ? Backoff(attempt) : null;

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, timeProvider, cancellationToken);

    // Between a half and the whole of the doubled delay: clients that failed together do not come back together.
    private TimeSpan Backoff(int attempt)
    {
        double doubled = options.BaseDelay.Ticks * Math.Pow(2, attempt - 1);
        double capped = Math.Min(doubled, options.MaxDelay.Ticks);
        return TimeSpan.FromTicks((long)(capped * (0.5 + (_random() / 2))));
    }
}
