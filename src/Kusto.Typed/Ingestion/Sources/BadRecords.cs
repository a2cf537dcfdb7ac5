namespace Kusto.Typed;

/// <summary>What becomes of an ingestion when a record of its source does not fit the row type.</summary>
public enum BadRecords
{
    /// <summary>
    /// Nothing is ingested. A source that can be read twice is checked to its end before anything is sent.
    /// </summary>
    Stop,

    /// <summary>The record is left out, counted, and reported.</summary>
    Skip,

    /// <summary>The record is left out, counted, reported, and kept as it was with the reason beside it.</summary>
    DeadLetter,
}
