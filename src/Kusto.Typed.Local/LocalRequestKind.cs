namespace Kusto.Typed.Local;

/// <summary>The requests that a fault is for.</summary>
public enum LocalRequestKind
{
    /// <summary>Every request but the one for the metadata of authentication.</summary>
    Any = 0,

    /// <summary>Streaming ingestion.</summary>
    Ingest = 1,

    /// <summary>Queries.</summary>
    Query = 2,

    /// <summary>Management commands.</summary>
    Management = 3,
}
