namespace Kusto.Typed.Commands.Parsing;

/// <summary>A table as somebody else wrote it down: a cluster, a saved schema, a command.</summary>
/// <remarks>Unlike a <see cref="Schema.TableSchema"/> it may be incomplete: what its source does not speak of is null.</remarks>
/// <param name="Name">The table's name, case-sensitive.</param>
/// <param name="Columns">Its columns in the order of the table.</param>
public sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns)
{
    /// <summary>The folder; empty: there is none. Null: not known.</summary>
    public string? Folder { get; init; }

    /// <summary>The docstring; empty: there is none. Null: not known.</summary>
    public string? DocString { get; init; }

    /// <summary>The table's CSV mappings; null: not known.</summary>
    public IReadOnlyList<StoredMapping>? CsvMappings { get; init; }

    /// <summary>
    /// The JSON of the policies set on the table itself, by the names that commands give them, such as
    /// <c>streamingingestion</c>; null: not known.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Policies { get; init; }

    /// <summary>The number of rows; null: not known.</summary>
    public long? RowCount { get; init; }
}
