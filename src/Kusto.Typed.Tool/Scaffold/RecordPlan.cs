using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Everything that a record will say, decided.</summary>
internal sealed record RecordPlan
{
    private static readonly Dictionary<string, string> s_none = [];

    public required StoredTable Table { get; init; }

    public required string TypeName { get; init; }

    public string? Namespace { get; init; }

    /// <summary>The columns, those of properties before those that the mapping fills.</summary>
    public required IReadOnlyList<RecordColumn> Columns { get; init; }

    /// <summary>Columns that have a value in every record.</summary>
    public required IReadOnlySet<string> Filled { get; init; }

    public string? MappingName { get; init; }

    /// <summary>The attributes of the table's policies, without brackets.</summary>
    public required IReadOnlyList<string> Policies { get; init; }

    /// <summary>What could not be taken over.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <exception cref="UsageException">No type can stand for the table, or an option cannot be.</exception>
    public static RecordPlan Of(FoundTable found, RecordOptions options)
    {
        StoredTable table = found.Table;
        RecordColumn[] columns = [.. table.Columns.Select(column => Column(table, column))];
        CheckNames(table, options);
        List<string> notes = [.. found.Notes];
        MappingPlan mapping = MappingPlan.Of(table, columns, Mapping(table, options, notes));
        notes.AddRange(mapping.Note is { } note ? [note] : []);
        return new RecordPlan
        {
            Table = table,
            TypeName = options.TypeName ?? Identifiers.OfType(table.Name),
            Namespace = options.Namespace,
            Columns = mapping.Columns,
            Filled = found.Filled,
            MappingName = mapping.MappingName,
            Policies =
                [.. (table.Policies ?? s_none).SelectMany(policy => Attributes(policy.Key, policy.Value, notes))],
            Notes = notes,
        };
    }

    private static RecordColumn Column(StoredTable table, StoredColumn column) =>
        KustoTypeNames.TryParse(column.Type, out KustoType type)
            ? new RecordColumn(column, type)
            : throw new UsageException(
                $"'{column.Name}' of '{table.Name}' is of type '{column.Type}', which is none of Kusto's ten.");

    private static void CheckNames(StoredTable table, RecordOptions options)
    {
        string[] names = [table.Name, .. table.Columns.Select(column => column.Name)];
        if (names.FirstOrDefault(name => EntityName.Problem(name) is not null) is { } name)
        {
            throw new UsageException($"'{name}' is no name of a table or column: {EntityName.Problem(name)}.");
        }

        string? twice = table.Columns.GroupBy(column => column.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new UsageException(
                $"'{table.Name}' has the column '{twice}' twice, if case does not count: no type can stand for it.");
        }

        if (options.TypeName is { } type && !Identifiers.IsIdentifier(type))
        {
            throw new UsageException($"--type takes the name of a C# type; found '{type}'.");
        }

        if (options.Namespace is { } space && !space.Split('.').All(Identifiers.IsIdentifier))
        {
            throw new UsageException($"--namespace takes a C# namespace such as 'Weather.Storms'; found '{space}'.");
        }
    }

    private static StoredMapping? Mapping(StoredTable table, RecordOptions options, List<string> notes)
    {
        IReadOnlyList<StoredMapping> mappings = table.CsvMappings ?? [];
        string names = mappings.Count == 0
            ? "none"
            : string.Join(", ", mappings.Select(mapping => $"'{mapping.Name}'"));
        if (options.Mapping is { } wanted)
        {
            return mappings.FirstOrDefault(mapping => mapping.Name == wanted)
                ?? throw new UsageException(
                    $"The table '{table.Name}' has no CSV mapping '{wanted}' here; it has {names}.");
        }

        if (mappings.Count > 1)
        {
            notes.Add($"The table has the mappings {names}; --mapping NAME takes one over.");
        }

        return mappings.Count == 1 ? mappings[0] : null;
    }

    private static IReadOnlyList<string> Attributes(string policy, string json, List<string> notes)
    {
        try
        {
            return PolicyAttributes.Of(policy, json);
        }
        catch (Exception exception) when (exception is FormatException or System.Text.Json.JsonException)
        {
            notes.Add($"The policy {policy} is not taken over: {exception.Message.TrimEnd('.')}.");
            return [];
        }
    }
}
