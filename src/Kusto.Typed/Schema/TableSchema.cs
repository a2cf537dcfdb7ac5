using System.Text;

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
        bool streamingIngestion)
    {
        Name = name;
        Columns = columns;
        Mapping = mapping;
        Folder = folder;
        DocString = docString;
        StreamingIngestion = streamingIngestion;
    }

    /// <summary>The table's name, case-sensitive.</summary>
    public string Name { get; }

    /// <summary>The columns in the order of the table, at least one.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>The mapping under which the rows' CSV is ingested.</summary>
    public CsvMapping Mapping { get; }

    /// <summary>
    /// The folder that tools show the table in, <c>\</c> between its parts; null where none is declared.
    /// </summary>
    public string? Folder { get; }

    /// <summary>The table's docstring; null where none is declared.</summary>
    public string? DocString { get; }

    /// <summary>True where the type declares the streaming ingestion policy of its table.</summary>
    public bool StreamingIngestion { get; }

    /// <summary>Begins the definition of a table.</summary>
    public static TableSchemaBuilder Define(string name) => new(name);

    /// <summary>The same table under another name: columns, mapping and policies stay as they are.</summary>
    /// <exception cref="ArgumentException">The name is none that Kusto takes.</exception>
    public TableSchema WithName(string name) =>
        new(TableSchemaBuilder.CheckedName(name), Columns, Mapping, Folder, DocString, StreamingIngestion);

    /// <summary>The schema as JSON: what an assembly says of its tables without being run.</summary>
    public string ToJson()
    {
        StringBuilder json = new();
        AppendMember(json, "{\"table\":", Name);
        AppendMember(json, ",\"folder\":", Folder);
        AppendMember(json, ",\"docString\":", DocString);
        json.Append(",\"streamingIngestion\":").Append(StreamingIngestion ? "true" : "false");
        AppendMember(json, ",\"mapping\":", Mapping.Name);
        json.Append(",\"columns\":[");
        foreach (ColumnSchema column in Columns)
        {
            AppendMember(json, column.Ordinal > 0 ? ",{\"name\":" : "{\"name\":", column.Name);
            AppendMember(json, ",\"type\":", column.Type.ToKusto());
            AppendMember(json, ",\"docString\":", column.DocString);
            json.Append('}');
        }

        return json.Append("]}").ToString();
    }

    /// <summary>The table and its columns as a command writes them, unquoted: for people.</summary>
    public override string ToString() => $"{Name} ({string.Join(", ", Columns)})";

    private static void AppendMember(StringBuilder json, string opening, string? text)
    {
        json.Append(opening);
        JsonText.AppendString(json, text);
    }
}
