namespace Kusto.Typed.Connection;

/// <summary>
/// The body of an answer: each wait is bounded, and what tears it is told as a failure of the service.
/// </summary>
/// <remarks>It is the waits that are bounded and not the whole: who reads may take all the time between them.</remarks>
internal sealed class ResponseStream(Stream inner, TimeSpan timeout, TimeProvider timeProvider, RequestIds ids) : Stream
{
    private CancellationTokenSource? _clock;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Cancelled by both: an answer is read by several waits, and a source of its own for each takes half a kilobyte.
        _clock ??= new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        using CancellationTokenRegistration cancelled = cancellationToken.UnsafeRegister(
            static clock => ((CancellationTokenSource)clock!).Cancel(), _clock);
        _clock.CancelAfter(timeout);
        try
        {
            return await inner.ReadAsync(buffer, _clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException exception) when (_clock.IsCancellationRequested)
        {
            throw ServiceFailure.BrokenAnswer(
                $"The answer stopped: nothing came for {timeout.TotalSeconds:0} seconds.", ids, exception);
        }
        catch (Exception exception) when (exception
            is IOException or InvalidDataException or HttpRequestException or OperationCanceledException)
        {
            throw ServiceFailure.BrokenAnswer("The connection broke while the answer was read.", ids, exception);
        }
        finally
        {
            _clock.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Answers are only read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _clock?.Dispose();
        }

        base.Dispose(disposing);
    }
}
