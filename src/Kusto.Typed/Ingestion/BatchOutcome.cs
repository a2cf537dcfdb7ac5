namespace Kusto.Typed;

/// <summary>What became of a batch.</summary>
public enum BatchOutcome
{
    /// <summary>The service has taken the batch: its rows are durable, or in the service's own care.</summary>
    Accepted,

    /// <summary>None of the batch's rows is in the table: it was refused, or never sent.</summary>
    NotAccepted,

    /// <summary>The batch was sent and the answer was lost: its rows may be in the table, or not.</summary>
    Unknown,
}
