namespace Kusto.Typed;

/// <summary>A table that is not as a type declares it.</summary>
public sealed class KustoSchemaException : KustoTypedException
{
    /// <summary>An exception about a table.</summary>
    /// <param name="problem">What was found, what was expected and what to do, as a sentence.</param>
    /// <param name="tableName">The table.</param>
    /// <param name="columnName">The column; null where the whole table is meant.</param>
    public KustoSchemaException(string problem, string tableName, string? columnName = null)
        : base(
            columnName is null ? $"Table '{tableName}': {problem}" : $"Table '{tableName}', column '{columnName}': {problem}")
    {
        TableName = tableName;
        ColumnName = columnName;
    }

    /// <summary>The table.</summary>
    public string TableName { get; }

    /// <summary>The column; null where the whole table is meant.</summary>
    public string? ColumnName { get; }
}
