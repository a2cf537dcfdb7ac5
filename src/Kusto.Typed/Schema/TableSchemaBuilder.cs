namespace Kusto.Typed.Schema;

/// <summary>Defines a <see cref="TableSchema"/>, column by column in ordinal order.</summary>
public sealed class TableSchemaBuilder
{
    private readonly string _name;
    private readonly List<ColumnSchema> _columns = [];
    private string? _mappingName;
    private string? _folder;
    private string? _docString;
    private bool _streamingIngestion;

    internal TableSchemaBuilder(string name) => _name = CheckedName(name);

    /// <summary>Adds a <c>bool</c> column.</summary>
    public TableSchemaBuilder Bool(string name, string? docString = null) => Column(name, KustoType.Bool, docString);

    /// <summary>Adds a <c>datetime</c> column.</summary>
    public TableSchemaBuilder DateTime(string name, string? docString = null) =>
        Column(name, KustoType.DateTime, docString);

    /// <summary>Adds a <c>decimal</c> column.</summary>
    public TableSchemaBuilder Decimal(string name, string? docString = null) =>
        Column(name, KustoType.Decimal, docString);

    /// <summary>Adds a <c>dynamic</c> column.</summary>
    public TableSchemaBuilder Dynamic(string name, string? docString = null) =>
        Column(name, KustoType.Dynamic, docString);

    /// <summary>Adds a <c>guid</c> column.</summary>
    public TableSchemaBuilder Guid(string name, string? docString = null) => Column(name, KustoType.Guid, docString);

    /// <summary>Adds an <c>int</c> column.</summary>
    public TableSchemaBuilder Int(string name, string? docString = null) => Column(name, KustoType.Int, docString);

    /// <summary>Adds a <c>long</c> column.</summary>
    public TableSchemaBuilder Long(string name, string? docString = null) => Column(name, KustoType.Long, docString);

    /// <summary>Adds a <c>real</c> column.</summary>
    public TableSchemaBuilder Real(string name, string? docString = null) => Column(name, KustoType.Real, docString);

    /// <summary>Adds a <c>string</c> column.</summary>
    public TableSchemaBuilder String(string name, string? docString = null) =>
        Column(name, KustoType.String, docString);

    /// <summary>Adds a <c>timespan</c> column.</summary>
    public TableSchemaBuilder TimeSpan(string name, string? docString = null) =>
        Column(name, KustoType.TimeSpan, docString);

    /// <summary>Adds a column of any type.</summary>
    /// <exception cref="ArgumentException">The name is none that Kusto takes, or a column has it already.</exception>
    public TableSchemaBuilder Column(string name, KustoType type, string? docString = null)
    {
        if (_columns.Exists(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"The table '{_name}' has two columns named '{name}'.", nameof(name));
        }

        _ = type.ToKusto();
        _columns.Add(new ColumnSchema(CheckedName(name), type, _columns.Count, docString));
        return this;
    }

    /// <summary>Names the mapping; without this its name is the table's with a hash of the columns behind it.</summary>
    public TableSchemaBuilder Mapping(string name)
    {
        _mappingName = CheckedName(name);
        return this;
    }

    /// <summary>Sets the folder that tools show the table in, <c>\</c> between its parts.</summary>
    public TableSchemaBuilder Folder(string folder)
    {
        _folder = folder;
        return this;
    }

    /// <summary>Sets the docstring of the table.</summary>
    public TableSchemaBuilder DocString(string docString)
    {
        _docString = docString;
        return this;
    }

    /// <summary>Declares the streaming ingestion policy.</summary>
    public TableSchemaBuilder StreamingIngestion()
    {
        _streamingIngestion = true;
        return this;
    }

    /// <summary>Ends the definition.</summary>
    /// <exception cref="InvalidOperationException">No column was added.</exception>
    public TableSchema Build()
    {
        if (_columns.Count == 0)
        {
            throw new InvalidOperationException($"The table '{_name}' has no column; a table takes at least one.");
        }

        ColumnSchema[] columns = [.. _columns];
        CsvMapping mapping = CsvMapping.Of(_name, _mappingName, columns);
        return new TableSchema(_name, columns, mapping, _folder, _docString, _streamingIngestion);
    }

    internal static string CheckedName(string name) =>
        EntityName.Problem(name ?? throw new ArgumentNullException(nameof(name))) is { } problem
            ? throw new ArgumentException($"'{name}' is no name that Kusto takes: {problem}.", nameof(name))
            : name;
}
