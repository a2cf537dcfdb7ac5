namespace Kusto.Typed.Local;

/// <summary>
/// A value or a record that Kusto would have changed in silence: it was ingested, but not as it was sent.
/// </summary>
/// <remarks>It shows the value, since it stays in this process: a test or a developer asks for it.</remarks>
public sealed record LocalWarning
{
    /// <summary>The table, as it was called when the batch came.</summary>
    public required string Table { get; init; }

    /// <summary>The column; null where the whole record or the whole source is meant.</summary>
    public string? Column { get; init; }

    /// <summary>The record's place in its source, from 1; 0 where the whole source is meant.</summary>
    public long RecordNumber { get; init; }

    /// <summary>What happened.</summary>
    public required LocalWarningKind Kind { get; init; }

    /// <summary>The field's text, cut after 100 characters; null where no single field is meant.</summary>
    public string? Value { get; init; }

    /// <summary>The <c>x-ms-client-request-id</c> of the request that brought the record.</summary>
    public required string ClientRequestId { get; init; }

    /// <summary>The warning as one line.</summary>
    public override string ToString() =>
        $"{Kind} in {Table}{(Column is null ? "" : "." + Column)}, record {RecordNumber}"
        + (Value is null ? "" : $": '{Value}'");
}
