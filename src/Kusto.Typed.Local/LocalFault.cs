namespace Kusto.Typed.Local;

/// <summary>What the endpoint is told to do wrong, and for which requests.</summary>
/// <remarks>
/// .NET's own HTTP client sends a request again by itself where a connection that it has used before closes before the
/// first byte of an answer: a fault that closes the connection is then met twice.
/// </remarks>
public sealed record LocalFault
{
    private LocalFault()
    {
    }

    /// <summary>The requests that meet the fault. Default: streaming ingestion.</summary>
    public LocalRequestKind Requests { get; init; } = LocalRequestKind.Ingest;

    /// <summary>How many requests meet the fault before it is gone, at least 1. Default 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The account of the built-in storage that is meant; null: any. For requests to storage.</summary>
    public string? Account { get; init; }

    internal bool DeliversTwice { get; private init; }

    internal int? StatusCode { get; private init; }

    internal string ErrorCode { get; private init; } = "";

    internal bool Permanent { get; private init; }

    internal TimeSpan? RetryAfter { get; private init; }

    internal LocalFaultMoment? CloseAt { get; private init; }

    internal Task Until { get; private init; } = Task.CompletedTask;

    /// <summary>An error in the shape of the service's, once the body has been read; nothing is done with it.</summary>
    /// <param name="statusCode">The HTTP status, 400 to 599.</param>
    /// <param name="errorCode">The error's code, such as <c>General_ThrottledIngestion</c>.</param>
    /// <param name="permanent">What the error says of itself: false means that sending again may help.</param>
    /// <param name="retryAfter">
    /// The header <c>Retry-After</c>, in whole seconds rounded up; null: no such header.
    /// </param>
    public static LocalFault Answer(
        int statusCode, string errorCode, bool permanent = false, TimeSpan? retryAfter = null)
    {
        const int LowestError = 400;
        const int HighestError = 599;
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, LowestError);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, HighestError);
        ArgumentException.ThrowIfNullOrEmpty(errorCode);
        return new LocalFault
        {
            StatusCode = statusCode,
            ErrorCode = errorCode,
            Permanent = permanent,
            RetryAfter = retryAfter,
        };
    }

    /// <summary>Throttling, as the service does it: status 429 and a transient error.</summary>
    /// <param name="retryAfter">
    /// The header <c>Retry-After</c>, in whole seconds rounded up; null: no such header.
    /// </param>
    public static LocalFault Throttle(TimeSpan? retryAfter = null)
    {
        const int TooManyRequests = 429;
        return Answer(TooManyRequests, "General_ThrottledIngestion", permanent: false, retryAfter);
    }

    /// <summary>A queue message that is delivered twice, as queues may do. For requests that put one.</summary>
    public static LocalFault DeliverTwice() => new() { Requests = LocalRequestKind.QueueMessage, DeliversTwice = true };

    /// <summary>A mapping that a node has not seen yet: streaming ingestion is refused although the mapping is there.</summary>
    public static LocalFault UnknownMapping() =>
        Answer(400, "BadRequest_MappingReferenceWasNotFound", permanent: true);

    /// <summary>A connection that is closed without an answer.</summary>
    public static LocalFault CloseConnection(LocalFaultMoment moment) => new() { CloseAt = moment };

    /// <summary>A request that waits and then goes on as usual.</summary>
    /// <param name="until">The request waits until this task has ended, however it does.</param>
    public static LocalFault Delay(Task until)
    {
        ArgumentNullException.ThrowIfNull(until);
        return new LocalFault { Until = until };
    }
}
