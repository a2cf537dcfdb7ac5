namespace Kusto.Typed.Query;

/// <summary>What came where a row was looked for.</summary>
internal enum RowRead
{
    /// <summary>Not all of it has arrived.</summary>
    Incomplete,

    /// <summary>A row.</summary>
    Row,

    /// <summary>The end of the rows.</summary>
    End,

    /// <summary>An object, which tells of an error; it is still to be read.</summary>
    Error,
}
