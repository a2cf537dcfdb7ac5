namespace Kusto.Typed;

/// <summary>The state of an operation, by the service's own names.</summary>
public enum KustoOperationState
{
    /// <summary>A state that this version of the library does not know.</summary>
    Unknown,

    /// <summary>It waits for its turn.</summary>
    Scheduled,

    /// <summary>It runs.</summary>
    InProgress,

    /// <summary>It is done.</summary>
    Completed,

    /// <summary>A part of it is done, and a part failed.</summary>
    PartiallySucceeded,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>What it was given is wrong.</summary>
    BadInput,

    /// <summary>The service had no capacity for it.</summary>
    Throttled,

    /// <summary>Nobody knows: it has not been heard of for too long.</summary>
    Abandoned,

    /// <summary>It was cancelled.</summary>
    Canceled,

    /// <summary>There was nothing to do, such as for data that is there already.</summary>
    Skipped,
}
