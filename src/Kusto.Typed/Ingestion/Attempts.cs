using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion;

/// <summary>How a batch is sent, whatever its route.</summary>
internal static class Attempts
{
    /// <summary>Runs what a route does with a batch so that a receipt comes of it, whatever goes wrong.</summary>
    public static async Task<BatchReceipt> RunAsync(
        BatchIdentity batch, IngestRoute route, Func<Delivery, Task> send, CancellationToken cancellationToken)
    {
        Delivery delivery = new(batch, route);
        try
        {
            await send(delivery).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            delivery.Broke(exception, cancellationToken.IsCancellationRequested);
        }

        return delivery.Receipt();
    }

    /// <summary>Makes attempts until one succeeds or there is no sense in another.</summary>
    /// <param name="retry">When the next attempt follows.</param>
    /// <param name="attempt">Makes one attempt; returns what it failed with, null: it did not.</param>
    /// <param name="cancellationToken">Ends the waits.</param>
    /// <returns>What the last attempt failed with; null: it did not.</returns>
    public static async Task<KustoServiceException?> RepeatAsync(
        RetryPolicy retry, Func<Task<KustoServiceException?>> attempt, CancellationToken cancellationToken)
    {
        for (int made = 1; ; made++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            KustoServiceException? failure = await attempt().ConfigureAwait(false);

            // After an answer of success that cannot be read the rows are most likely there: they are not sent again.
            TimeSpan? delay = failure is null or { Status: 200 } ? null : retry.DelayAfter(made, failure);
            if (delay is null)
            {
                return failure;
            }

            await retry.DelayAsync(delay.Value, cancellationToken).ConfigureAwait(false);
        }
    }
}
