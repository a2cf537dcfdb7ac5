namespace Kusto.Typed;

/// <summary>How the fields of a <c>DbDataReader</c> find their columns. Variants by <c>with</c>.</summary>
public sealed record KustoDbSourceOptions
{
    /// <summary>
    /// Names of fields, each with the column that it means. Default: null, the names are the columns'.
    /// </summary>
    public IReadOnlyDictionary<string, string>? ColumnNames { get; init; }

    /// <summary>True where the field <c>state</c> is the column <c>State</c>. Default: false.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>True: fields whose name is no column are passed over. Default: false, they are an error.</summary>
    public bool IgnoreUnknownColumns { get; init; }

    /// <summary>True: columns that the reader lacks are null. Default: false, they are an error.</summary>
    public bool AllowMissingColumns { get; init; }
}
