using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Management;

/// <summary>Compares the declared mapping with the one of its name. Other mappings are others'.</summary>
internal static class MappingComparer
{
    public static IEnumerable<SchemaDifference> Compare(TableSchema table, StoredTable found)
    {
        if (found.CsvMappings is not { } mappings)
        {
            yield break;
        }

        StoredMapping? mapping = mappings.FirstOrDefault(mapping => mapping.Name == table.Mapping.Name);
        if (mapping is null)
        {
            yield return new SchemaDifference(
                SchemaDifferenceKind.MappingMissing, SchemaChangeClass.Safe, table.Name, table.Mapping.Name)
            {
                Commands = [TableCommands.CreateOrAlterMapping(table)],
            };
        }
        else if (Differing(table, mapping) is var (expected, there))
        {
            yield return new SchemaDifference(
                SchemaDifferenceKind.Mapping, SchemaChangeClass.Safe, table.Name, table.Mapping.Name)
            {
                Expected = expected,
                Found = there,
                Advice = "What is queued under this name and not ingested yet is read by the new definition.",
                Commands = [TableCommands.CreateOrAlterMapping(table)],
            };
        }
    }

    // The first entry that says something else, as a text for people; null: all say the same.
    private static (string Expected, string Found)? Differing(TableSchema table, StoredMapping mapping)
    {
        Dictionary<string, StoredMappingEntry> entries = new(StringComparer.Ordinal);
        foreach (StoredMappingEntry entry in mapping.Entries)
        {
            entries[entry.Column] = entry;
        }

        foreach (ColumnSchema column in table.Mapping.Columns)
        {
            StoredMappingEntry? entry = entries.GetValueOrDefault(column.Name);
            if (!Matches(column, entry))
            {
                return (Text(Entry(column)), entry is null ? $"nothing for '{column.Name}'" : Text(entry));
            }

            entries.Remove(column.Name);
        }

        return entries.Values.FirstOrDefault() is { } extra ? ($"nothing for '{extra.Column}'", Text(extra)) : null;
    }

    // The older of the two shapes has no place for a transformation: where it is not told it is not compared.
    private static bool Matches(ColumnSchema column, StoredMappingEntry? entry) =>
        entry is not null
        && entry.Ordinal == column.Ordinal
        && entry.ConstantValue == column.ConstantValue
        && (entry.Transform is null || entry.Transform == Entry(column).Transform)
        && (entry.DataType is null || TypeAliases.Canonical(entry.DataType) == column.Type.ToKusto());

    private static StoredMappingEntry Entry(ColumnSchema column) => new(column.Name)
    {
        Ordinal = column.Ordinal,
        ConstantValue = column.ConstantValue,
        Transform = column.Transform == KustoTransform.None ? null : column.Transform.ToString(),
    };

    private static string Text(StoredMappingEntry entry)
    {
        string source = entry.ConstantValue is { } constant ? $"the constant {KustoText.Literal(constant)}"
            : entry.Ordinal is { } ordinal ? FormattableString.Invariant($"field {ordinal}")
            : entry.Transform is null ? "nothing"
            : "what the service knows of the source";
        return $"'{entry.Column}' from {source}"
            + (entry.Transform is null ? "" : $" by {entry.Transform}")
            + (entry.DataType is null ? "" : $" as {entry.DataType}");
    }
}
