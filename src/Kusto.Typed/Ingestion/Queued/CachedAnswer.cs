namespace Kusto.Typed.Ingestion.Queued;

/// <summary>What the service was asked, kept for a while; many who want it at once ask once.</summary>
internal sealed class CachedAnswer<T>(Func<Task<T>> ask, Func<T, TimeSpan> lifetime, TimeProvider timeProvider)
    where T : class
{
    // A service that cannot answer for the moment is not asked for every batch.
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private T? _value;
    private DateTimeOffset _goodUntil;
    private Task<T>? _asking;

    /// <summary>The answer; where the service does not give a new one, the one that is known.</summary>
    /// <param name="renew">True where the known answer proved wrong.</param>
    /// <param name="cancellationToken">Ends the waiting, not the asking, which others may wait for.</param>
    /// <exception cref="KustoTypedException">There is no answer, neither a new one nor an old one.</exception>
    public async ValueTask<T> GetAsync(bool renew, CancellationToken cancellationToken)
    {
        Task<T> asking;
        lock (_gate)
        {
            if (_value is not null && !renew && timeProvider.GetUtcNow() < _goodUntil)
            {
                return _value;
            }

            asking = _asking ??= AskAsync();
        }

        return await asking.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> AskAsync()
    {
        // Out of the lock, before the first answer.
        await Task.Yield();
        try
        {
            T answer = await ask().ConfigureAwait(false);
            Keep(answer, lifetime(answer));
            return answer;
        }
        catch (KustoTypedException)
        {
            if (Known() is not { } known)
            {
                Keep(null, TimeSpan.Zero);
                throw;
            }

            Keep(known, s_pauseAfterFailure);
            return known;
        }
        catch
        {
            Keep(Known(), TimeSpan.Zero);
            throw;
        }
    }

    private T? Known()
    {
        lock (_gate)
        {
            return _value;
        }
    }

    private void Keep(T? value, TimeSpan time)
    {
        lock (_gate)
        {
            _value = value;
            _goodUntil = timeProvider.GetUtcNow() + time;
            _asking = null;
        }
    }
}
