using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>A table while its script is being read.</summary>
internal sealed class TableDraft(StoredTable table)
{
    private readonly List<StoredColumn> _columns = [.. table.Columns];
    private readonly List<StoredMapping> _mappings = [];
    private readonly Dictionary<string, string> _policies = [];
    private readonly List<string> _notes = [];

    public string Name => table.Name;

    public string? DocString { get; set; } = table.DocString;

    public string? Folder { get; set; } = table.Folder;

    /// <summary>Adds the columns that are not there yet, as a second command for the table does.</summary>
    public void Merge(StoredTable other)
    {
        _columns.AddRange(other.Columns.Where(column => _columns.TrueForAll(known => known.Name != column.Name)));
        DocString = other.DocString ?? DocString;
        Folder = other.Folder ?? Folder;
    }

    /// <summary>Adds a mapping in place of one of the same name.</summary>
    public void Add(StoredMapping mapping)
    {
        _mappings.RemoveAll(known => known.Name == mapping.Name);
        _mappings.Add(mapping);
    }

    public void SetPolicy(string name, string json) => _policies[name] = json;

    public void AddNote(string note) => _notes.Add(note);

    /// <summary>Changes what is known of a column; there may be none of that name.</summary>
    public void Change(string column, Func<StoredColumn, StoredColumn> change)
    {
        int place = _columns.FindIndex(known => known.Name == column);
        if (place >= 0)
        {
            _columns[place] = change(_columns[place]);
        }
    }

    public FoundTable Finish() => new(
        new StoredTable(Name, _columns)
        {
            DocString = DocString,
            Folder = Folder,
            CsvMappings = _mappings,
            Policies = _policies,
        },
        _notes);
}
