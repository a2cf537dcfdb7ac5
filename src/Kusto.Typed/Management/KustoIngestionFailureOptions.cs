namespace Kusto.Typed;

/// <summary>Which failed ingestions to list.</summary>
public sealed record KustoIngestionFailureOptions
{
    /// <summary>The table, by its exact name; null, the default: all tables of the database.</summary>
    public string? Table { get; init; }

    /// <summary>
    /// How long ago they failed at most, by the service's clock; 24 hours unless set, more than 0. Null: as long as the
    /// service keeps them, which is 14 days. Not looked at where <see cref="OperationId"/> is set.
    /// </summary>
    public TimeSpan? MaxAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The operation that failed, however long ago; null, the default: any.</summary>
    public Guid? OperationId { get; init; }
}
