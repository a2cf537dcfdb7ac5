using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>A field that has to keep a rule of <see cref="FieldRules"/>.</summary>
internal readonly record struct RuledField(int Place, KustoType Type, string Column);

/// <summary>Which field of a file's records belongs to which column, found once a file.</summary>
internal sealed class CsvColumns
{
    // What no column can be called: it stands for a field that is passed over.
    private const string NoColumnName = "";

    private CsvColumns(RecordBinding binding, int fieldCount, int missingCount)
    {
        Binding = binding;
        FieldCount = fieldCount;
        MissingCount = missingCount;
        Ruled =
        [
            .. binding.Table.Fields
                .Where(column => column.FieldType is KustoType.Real or KustoType.DateTime)
                .Select(column => new RuledField(binding.FieldOf(column.Position), column.FieldType, column.Name))
                .Where(field => field.Place < fieldCount),
        ];
    }

    public RecordBinding Binding { get; }

    /// <summary>The fields that each record has.</summary>
    public int FieldCount { get; }

    /// <summary>The columns that the file lacks; the binding has them behind the fields.</summary>
    public int MissingCount { get; }

    /// <summary>The fields that have rules beyond what the reader of rows asks for.</summary>
    public RuledField[] Ruled { get; }

    /// <summary>The column of a field; null where it has none.</summary>
    public string? NameOf(int field) =>
        Binding.Table.Fields.FirstOrDefault(column => Binding.FieldOf(column.Position) == field)?.Name;

    /// <summary>Fields in the order of the ordinals.</summary>
    public static CsvColumns ByOrdinal(TableSchema table)
    {
        string[] fields = [.. Enumerable.Repeat(NoColumnName, table.FieldCount)];
        foreach (ColumnSchema column in table.Fields)
        {
            fields[column.Ordinal!.Value] = column.Name;
        }

        return new CsvColumns(RecordBinding.ByName(table, fields, RecordOrigin.File), fields.Length, 0);
    }

    /// <summary>Fields by the names of a header.</summary>
    /// <returns>The columns, or what is wrong with the header.</returns>
    public static (CsvColumns? Columns, IReadOnlyList<(string? Column, string Reason)> Problems) ByHeader(
        TableSchema table, IReadOnlyList<string> header, KustoCsvSourceOptions options)
    {
        Dictionary<string, string> columns = new(
            options.IgnoreHeaderCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (string name in Names(table))
        {
            columns[name] = name;
        }

        List<(string? Column, string Reason)> problems = [];
        List<string> fields = [];
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (string name in header)
        {
            string? column = columns.GetValueOrDefault(options.ColumnNames?.GetValueOrDefault(name) ?? name);
            if (column is null && !options.IgnoreUnknownColumns)
            {
                problems.Add((null, Unknown(table, name)));
            }
            else if (column is not null && !found.Add(column))
            {
                problems.Add((column, "the header has the column twice; leave one out"));
            }

            fields.Add(column ?? NoColumnName);
        }

        if (found.Count == 0)
        {
            // The first record may be no header: its texts are then values, which no message shows.
            return (null, [(null, NoColumn(table))]);
        }

        string[] missing = [.. Names(table).Where(name => !found.Contains(name))];
        if (!options.AllowMissingColumns)
        {
            problems.AddRange(missing.Select(name => ((string?)name, Missing)));
        }

        return problems.Count > 0
            ? (null, problems)
            : (new CsvColumns(
                RecordBinding.ByName(table, [.. fields, .. missing], RecordOrigin.File), header.Count, missing.Length), []);
    }

    private static string Missing =>
        $"the header lacks it; name it there, or set {nameof(KustoCsvSourceOptions.AllowMissingColumns)} to have it null";

    private static string NoColumn(TableSchema table) =>
        $"none of the header's names is a column of {table.Name} ({string.Join(", ", Names(table))}); look at the "
        + $"separator, or set {nameof(KustoCsvSourceOptions.HasHeader)} to false if this is the first record";

    private static string Unknown(TableSchema table, string name) =>
        $"the header has '{name}', which is no column of {table.Name} ({string.Join(", ", Names(table))}); name its column "
        + $"in {nameof(KustoCsvSourceOptions.ColumnNames)}, or set {nameof(KustoCsvSourceOptions.IgnoreUnknownColumns)}";

    private static string[] Names(TableSchema table) => [.. table.Fields.Select(column => column.Name)];
}
