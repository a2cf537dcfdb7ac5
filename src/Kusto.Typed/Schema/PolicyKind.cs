namespace Kusto.Typed.Schema;

/// <summary>The policies of a table that a type can declare.</summary>
public enum PolicyKind
{
    /// <summary>Rows may be streamed into the table.</summary>
    StreamingIngestion = 1,

    /// <summary>How long queued rows are gathered.</summary>
    IngestionBatching = 2,

    /// <summary>How long rows are kept.</summary>
    Retention = 3,

    /// <summary>How long rows are kept where they are found fast.</summary>
    Caching = 4,

    /// <summary>By which columns extents are divided.</summary>
    Partitioning = 5,

    /// <summary>By which columns rows lie in order.</summary>
    RowOrder = 6,

    /// <summary>The queries that fill the table from others.</summary>
    Update = 7,

    /// <summary>When the table is dropped.</summary>
    AutoDelete = 8,
}
