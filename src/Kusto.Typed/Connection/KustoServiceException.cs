namespace Kusto.Typed;

/// <summary>A request that the service refused, failed, or never answered.</summary>
/// <remarks>The message is the service's own, shortened, without the query strings of the addresses in it.</remarks>
public sealed class KustoServiceException : KustoTypedException
{
    internal KustoServiceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status; 0 where no answer came, 200 where the error stood inside of an answer.</summary>
    public int Status { get; internal init; }

    /// <summary>The service's code, such as <c>General_BadRequest</c>; null where it gave none.</summary>
    public string? Code { get; internal init; }

    /// <summary>True where the same request would fail again; false where it may succeed later.</summary>
    public bool IsPermanent { get; internal init; }

    /// <summary>True where the service refused the request because it has too much to do.</summary>
    public bool IsThrottled { get; internal init; }

    /// <summary>
    /// True where the request may have been carried out although it failed: its body was under way and no answer
    /// tells what became of it. Sending it again may then do its work twice.
    /// </summary>
    public bool IsOutcomeUnknown { get; internal init; }

    /// <summary>How long the service asks to wait before the next attempt; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>The id of the request, by which <c>.show queries</c> and <c>.show commands</c> find it.</summary>
    public string? ClientRequestId { get; internal init; }

    /// <summary>The service's own id of what it did for the request; null where no answer came.</summary>
    public string? ActivityId { get; internal init; }
}
