using Kusto.Typed.Connection;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Tries storage resources in turn, then waits and tries them again.</summary>
internal sealed class StorageFailover(RetryPolicy retry, AccountRanking ranking)
{
    private const int MostInTurn = 3;

    /// <summary>Does something with one of the resources.</summary>
    /// <param name="resources">Which there are; asked anew, with true, where their keys were refused.</param>
    /// <param name="action">Does it, with one resource.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="KustoTypedException">There is no resource.</exception>
    /// <exception cref="KustoServiceException">No resource could be used, in as many rounds as the retries allow.</exception>
    public async Task<T> RunAsync<T>(
        Func<bool, CancellationToken, ValueTask<IReadOnlyList<Uri>>> resources,
        Func<Uri, Task<T>> action,
        CancellationToken cancellationToken)
    {
        bool renew = false;
        for (int round = 1; ; round++)
        {
            IReadOnlyList<Uri> known = await resources(renew, cancellationToken).ConfigureAwait(false);
            if (known.Count == 0)
            {
                throw new KustoTypedException("The service offers no storage of the kind that is needed any more.");
            }

            List<KustoServiceException> failures = [];
            foreach (Uri resource in ranking.Order(known).Take(MostInTurn))
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    T result = await action(resource).ConfigureAwait(false);
                    ranking.Report(resource, succeeded: true);
                    return result;
                }
                catch (KustoServiceException failure)
                {
                    ranking.Report(resource, succeeded: false);
                    failures.Add(failure);
                }
            }

            // Keys expire: whoever was refused for one comes back at once with a new one.
            bool wasRefused = failures.Exists(failure => failure.Status is 401 or 403);
            TimeSpan? delay = wasRefused && !renew ? TimeSpan.Zero : DelayAfter(round, failures);
            renew = wasRefused;
            await retry.DelayAsync(delay ?? throw failures[^1], cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan? DelayAfter(int round, List<KustoServiceException> failures) =>
        retry.DelayAfter(round, failures.Find(failure => !failure.IsPermanent) ?? failures[^1]);
}
