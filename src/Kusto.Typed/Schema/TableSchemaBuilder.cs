namespace Kusto.Typed.Schema;

/// <summary>Defines a <see cref="TableSchema"/>, column by column in the order of the table.</summary>
public sealed class TableSchemaBuilder
{
    private readonly string _name;
    private readonly List<ColumnSchema> _columns = [];
    private readonly Dictionary<PolicyKind, TablePolicy> _policies = [];
    private string? _mappingName;
    private string? _folder;
    private string? _docString;

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

    /// <summary>Adds a column of any type; its field stands behind that of the column before it.</summary>
    /// <exception cref="ArgumentException">The name is none that Kusto takes, or a column has it already.</exception>
    public TableSchemaBuilder Column(string name, KustoType type, string? docString = null)
    {
        if (_columns.Exists(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"The table '{_name}' has two columns named '{name}'.", nameof(name));
        }

        _ = type.ToKusto();
        int? before = _columns.FindLast(column => column.Ordinal is not null)?.Ordinal;
        _columns.Add(new ColumnSchema(CheckedName(name), type)
        {
            Position = _columns.Count,
            Ordinal = before + 1 ?? 0,
            DocString = docString,
        });
        return this;
    }

    /// <summary>Puts the field of the last column elsewhere in the record; for CSV that others write.</summary>
    /// <remarks>Fields that belong to no column are passed over when they are read, and written empty.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is negative or above 9,999.</exception>
    public TableSchemaBuilder Ordinal(int ordinal)
    {
        const int MostColumns = 10_000;
        Last.Ordinal = ordinal is >= 0 and < MostColumns
            ? ordinal
            : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "An ordinal is from 0 to 9999.");
        return this;
    }

    /// <summary>Has the mapping fill the last column with a text, parsed as its type: it has no field then.</summary>
    public TableSchemaBuilder Constant(string value)
    {
        Last.ConstantValue = value ?? throw new ArgumentNullException(nameof(value));
        Last.Ordinal = null;
        return this;
    }

    /// <summary>Has the mapping fill the last column by a transformation.</summary>
    /// <exception cref="ArgumentException">CSV mappings lack it, or the column is not of the type that it gives.</exception>
    public TableSchemaBuilder Transform(KustoTransform transform)
    {
        if (!KustoTransforms.IsOfCsv(transform) || transform == KustoTransform.None)
        {
            throw new ArgumentException($"A CSV mapping has no transformation {transform}.", nameof(transform));
        }

        if (Last.Type != KustoTransforms.ColumnType(transform))
        {
            throw new ArgumentException(
                $"{transform} gives a {KustoTransforms.ColumnType(transform).ToKusto()}, and '{Last.Name}' is a "
                + $"{Last.Type.ToKusto()}.",
                nameof(transform));
        }

        Last.Transform = transform;
        Last.Ordinal = KustoTransforms.IsWithoutField(transform) ? null : Last.Ordinal;
        return this;
    }

    /// <summary>Says how the values of the last column are kept.</summary>
    public TableSchemaBuilder Encoding(KustoEncoding encoding)
    {
        Last.Encoding = encoding;
        return this;
    }

    /// <summary>Says which name the last column had before it was renamed.</summary>
    public TableSchemaBuilder RenamedFrom(string name)
    {
        Last.RenamedFrom = CheckedName(name);
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
    public TableSchemaBuilder StreamingIngestion() => Policy(TablePolicies.StreamingIngestion());

    /// <summary>Declares a policy in place of an earlier one of its kind; update policies add up.</summary>
    public TableSchemaBuilder Policy(TablePolicy policy)
    {
        bool adds = policy.Kind == PolicyKind.Update && _policies.ContainsKey(policy.Kind);
        _policies[policy.Kind] = adds ? _policies[policy.Kind].Merge(policy) : policy;
        return this;
    }

    /// <summary>Ends the definition.</summary>
    /// <exception cref="InvalidOperationException">
    /// No column was added, two have one field, or a policy speaks of a column that is not there or of another type.
    /// </exception>
    public TableSchema Build()
    {
        if (_columns.Count == 0)
        {
            throw new InvalidOperationException($"The table '{_name}' has no column; a table takes at least one.");
        }

        CheckOrdinals();
        ColumnSchema[] columns = [.. _columns];
        TablePolicy[] policies = [.. _policies.Values.OrderBy(policy => policy.Kind)];
        foreach (TablePolicy policy in policies)
        {
            if (ColumnProblem(policy, columns) is { } problem)
            {
                throw new InvalidOperationException($"The table '{_name}' has the policy {policy.CommandName}: {problem}.");
            }
        }

        CsvMapping mapping = CsvMapping.Of(_name, _mappingName, columns);
        return new TableSchema(_name, columns, mapping, _folder, _docString, policies);
    }

    // What is wrong with the columns that a policy speaks of; null: nothing.
    private static string? ColumnProblem(TablePolicy policy, IReadOnlyList<ColumnSchema> columns) =>
        policy.Columns
            .Select(key => columns.FirstOrDefault(column => column.Name == key.Name) is { } column
                ? key.Problem(column.Type)
                : $"'{key.Name}' is no column of the table")
            .FirstOrDefault(problem => problem is not null);

    internal static string CheckedName(string name) =>
        EntityName.Problem(name ?? throw new ArgumentNullException(nameof(name))) is { } problem
            ? throw new ArgumentException($"'{name}' is no name that Kusto takes: {problem}.", nameof(name))
            : name;

    private ColumnSchema Last => _columns.Count > 0
        ? _columns[_columns.Count - 1]
        : throw new InvalidOperationException($"The table '{_name}' has no column yet to say this of.");

    private void CheckOrdinals()
    {
        IGrouping<int?, ColumnSchema>? twice = _columns
            .Where(column => column.Ordinal is not null)
            .GroupBy(column => column.Ordinal)
            .FirstOrDefault(field => field.Skip(1).Any());
        if (twice is not null)
        {
            throw new InvalidOperationException(
                $"The table '{_name}' has two columns of field {twice.Key}: "
                + $"{string.Join(" and ", twice.Take(2).Select(column => $"'{column.Name}'"))}.");
        }
    }
}
