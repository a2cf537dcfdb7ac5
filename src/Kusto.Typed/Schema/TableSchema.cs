namespace Kusto.Typed.Schema;

/// <summary>A table: its name, its columns and what is declared of it. Plain data that never changes.</summary>
public sealed class TableSchema
{
    internal TableSchema(
        string name,
        IReadOnlyList<ColumnSchema> columns,
        CsvMapping mapping,
        string? folder,
        string? docString,
        IReadOnlyList<TablePolicy> policies)
    {
        Name = name;
        Columns = columns;
        Fields = columns.Where(column => column.Ordinal is not null).OrderBy(column => column.Ordinal).ToArray();
        Mapping = mapping;
        Folder = folder;
        DocString = docString;
        Policies = policies;
    }

    /// <summary>The table's name, case-sensitive.</summary>
    public string Name { get; }

    /// <summary>The columns in the order of the table, at least one.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>The columns that have a field in a CSV record, in the order of the fields.</summary>
    public IReadOnlyList<ColumnSchema> Fields { get; }

    /// <summary>The number of fields in a record, those that belong to no column among them.</summary>
    public int FieldCount => Fields.Count == 0 ? 0 : Fields[Fields.Count - 1].Ordinal!.Value + 1;

    /// <summary>The mapping under which the rows' CSV is ingested.</summary>
    public CsvMapping Mapping { get; }

    /// <summary>
    /// The folder that tools show the table in, <c>\</c> between its parts; null where none is declared.
    /// </summary>
    public string? Folder { get; }

    /// <summary>The table's docstring; null where none is declared.</summary>
    public string? DocString { get; }

    /// <summary>The policies that are declared, each kind once, in the order to set them in.</summary>
    public IReadOnlyList<TablePolicy> Policies { get; }

    /// <summary>True where the type declares the streaming ingestion policy of its table.</summary>
    public bool StreamingIngestion => Policies.Any(policy => policy.Kind == PolicyKind.StreamingIngestion);

    /// <summary>Begins the definition of a table.</summary>
    public static TableSchemaBuilder Define(string name) => new(name);

    /// <summary>The same table under another name: columns, mapping and policies stay as they are.</summary>
    /// <exception cref="ArgumentException">The name is none that Kusto takes.</exception>
    public TableSchema WithName(string name) =>
        new(TableSchemaBuilder.CheckedName(name), Columns, Mapping, Folder, DocString, Policies);

    /// <summary>The schema as JSON: what an assembly says of its tables without being run.</summary>
    public string ToJson() => TableSchemaJson.Of(this);

    /// <summary>The table and its columns as a command writes them, unquoted: for people.</summary>
    public override string ToString() => $"{Name} ({string.Join(", ", Columns)})";
}
