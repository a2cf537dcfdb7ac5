using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>What a record has to say so that its own mapping does what a stored one does.</summary>
/// <param name="Columns">The columns, those of properties before those that the mapping fills.</param>
/// <param name="MappingName">The name to declare; null: the one that follows from the columns.</param>
/// <param name="Note">Why the stored mapping is not taken; null: it is, or there is none.</param>
internal sealed record MappingPlan(IReadOnlyList<RecordColumn> Columns, string? MappingName, string? Note)
{
    public static MappingPlan Of(StoredTable table, IReadOnlyList<RecordColumn> columns, StoredMapping? mapping)
    {
        if (mapping is null)
        {
            return new MappingPlan(columns, null, null);
        }

        List<RecordColumn> mapped = [];
        string? problem = Problem(columns, mapping);
        foreach (RecordColumn column in problem is null ? columns : [])
        {
            StoredMappingEntry entry = mapping.Entries.Single(entry => entry.Column == column.Name);
            problem ??= Problem(column, entry);
            mapped.Add(column with
            {
                Ordinal = entry.ConstantValue is null ? entry.Ordinal : null,
                Transform = Transform(entry) ?? KustoTransform.None,
                Constant = entry.ConstantValue,
            });
        }

        return problem is null
            ? Taken(table.Name, mapped, mapping.Name)
            : new MappingPlan(columns, null, $"The mapping '{mapping.Name}' is not taken over: {problem}.");
    }

    private static string? Problem(IReadOnlyList<RecordColumn> columns, StoredMapping mapping)
    {
        string? unknown = mapping.Entries.Select(entry => entry.Column)
            .FirstOrDefault(name => columns.All(column => column.Name != name));
        string? notOnce = columns.Select(column => column.Name)
            .FirstOrDefault(name => mapping.Entries.Count(entry => entry.Column == name) != 1);
        int? shared = mapping.Entries.Where(entry => entry.ConstantValue is null && entry.Ordinal is not null)
            .GroupBy(entry => entry.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return unknown is not null ? $"it names the column '{unknown}', which the table does not have"
            : notOnce is not null ? $"it does not have the column '{notOnce}' once"
            : shared is not null ? FormattableString.Invariant($"it has field {shared} in more than one column")
            : null;
    }

    private static string? Problem(RecordColumn column, StoredMappingEntry entry)
    {
        KustoTransform? transform = Transform(entry);
        bool isFilled = entry.ConstantValue is not null
            || KustoTransforms.IsWithoutField(transform ?? KustoTransform.None);
        return transform is null ? $"its transformation '{entry.Transform}' is none of a CSV mapping"
            : entry.ConstantValue is not null && transform != KustoTransform.None
                ? $"'{column.Name}' has a constant and a transformation"
            : !isFilled && entry.Ordinal is null ? $"it has no field for '{column.Name}'"
            : transform != KustoTransform.None && column.Type != KustoTransforms.ColumnType(transform.Value)
                ? $"its '{entry.Transform}' does not give the {column.Type.ToKusto()} that '{column.Name}' is"
            : null;
    }

    private static KustoTransform? Transform(StoredMappingEntry entry) =>
        entry.Transform is null ? KustoTransform.None
        : Enum.TryParse(entry.Transform, ignoreCase: true, out KustoTransform transform)
            && KustoTransforms.IsOfCsv(transform) ? transform
        : null;

    private static MappingPlan Taken(string table, List<RecordColumn> columns, string name)
    {
        RecordColumn[] fields = [.. columns.Where(column => !column.IsFilled)];
        RecordColumn[] filled =
            [.. columns.Where(column => column.IsFilled).Select(column => column with { Ordinal = null })];
        if (fields.Length == 0)
        {
            return new MappingPlan(
                [.. columns.Select(column => new RecordColumn(column.Stored, column.Type))],
                null,
                $"The mapping '{name}' is not taken over: it has no field for any column.");
        }

        bool isCounted = fields.Select((column, place) => column.Ordinal == place).All(fits => fits);
        RecordColumn[] ordered = [.. fields, .. filled];
        string? note = ordered.Select(column => column.Name).SequenceEqual(columns.Select(column => column.Name)) ? null
            : "Columns that the mapping fills stand behind the others, other than in the table: mappings go by name.";
        string derived = DerivedName(table, ordered);
        return new MappingPlan(
            isCounted ? [.. ordered.Select(column => column with { Ordinal = null })] : ordered,
            derived == name ? null : name,
            note);
    }

    // A name that follows from the columns is better left to follow them.
    private static string DerivedName(string table, RecordColumn[] columns)
    {
        TableSchemaBuilder builder = TableSchema.Define(table);
        foreach (RecordColumn column in columns)
        {
            builder.Column(column.Name, column.Type);
            if (column.Ordinal is { } ordinal)
            {
                builder.Ordinal(ordinal);
            }

            if (column.Constant is { } constant)
            {
                builder.Constant(constant);
            }

            if (column.Transform != KustoTransform.None)
            {
                builder.Transform(column.Transform);
            }
        }

        return builder.Build().Mapping.Name;
    }
}
