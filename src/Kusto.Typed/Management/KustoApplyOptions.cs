namespace Kusto.Typed;

/// <summary>How far a schema is applied. Variants by <c>with</c>.</summary>
public sealed record KustoApplyOptions
{
    /// <summary>
    /// True: what <see cref="SchemaChangeClass.NeedsCare"/> is carried out where the type itself declares it: renames,
    /// encodings, row order, partitioning, update policies. False: it is left, and reported. Default: true.
    /// </summary>
    public bool AllowNeedsCare { get; init; } = true;

    /// <summary>
    /// What may be lost, by name: <c>Table.Column</c> for a column to be dropped or retyped, <c>Table:retention</c> and
    /// <c>Table:auto_delete</c> for those policies. Default: empty, nothing may.
    /// </summary>
    public IReadOnlyCollection<string> AllowDataLoss { get; init; } = [];

    /// <summary>True: nothing is changed, only what would be is told. Default: false.</summary>
    public bool DryRun { get; init; }
}
