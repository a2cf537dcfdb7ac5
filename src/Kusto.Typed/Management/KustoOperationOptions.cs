namespace Kusto.Typed;

/// <summary>Which operations to list.</summary>
/// <remarks>
/// Not by table: the service does not tell which table an operation is about. <see cref="KustoIngestionFailure"/> does.
/// </remarks>
public sealed record KustoOperationOptions
{
    /// <summary>
    /// How long ago they changed at most, by the service's clock; 24 hours unless set, more than 0. Null: as long as the
    /// service keeps them, which is two weeks. Not looked at where <see cref="OperationId"/> is set.
    /// </summary>
    public TimeSpan? MaxAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The operation, however old; null, the default: all of them.</summary>
    public Guid? OperationId { get; init; }
}
