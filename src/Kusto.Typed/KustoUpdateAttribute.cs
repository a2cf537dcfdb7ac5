namespace Kusto.Typed;

/// <summary>Declares a query that fills the table from another one whenever rows come into that.</summary>
/// <param name="source">The table whose rows it is run for, of the same database.</param>
/// <param name="query">The query; its columns are those of this table in order and type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class KustoUpdateAttribute(string source, string query) : Attribute
{
    /// <summary>The table whose rows it is run for.</summary>
    public string Source { get; } = source;

    /// <summary>The query.</summary>
    public string Query { get; } = query;

    /// <summary>True: rows that the query fails for do not come into the source either. Unset: false.</summary>
    public bool IsTransactional { get; init; }

    /// <summary>True: tags and creation time go along. Unset: false.</summary>
    public bool PropagateIngestionProperties { get; init; }

    /// <summary>On whose behalf it runs: <c>system</c> or an object id; null: nobody's.</summary>
    public string? ManagedIdentity { get; init; }
}
