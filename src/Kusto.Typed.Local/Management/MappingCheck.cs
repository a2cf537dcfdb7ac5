using System.Collections.Immutable;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>Whether a mapping fits its table: when it is made, and again when it is used: tables change.</summary>
internal static class MappingCheck
{
    /// <summary>The columns that the table lacks and the mapping has with their types.</summary>
    public static ImmutableArray<Column> MissingColumns(Table table, MappingDefinition mapping) =>
    [
        .. mapping.Elements
            .Where(element => table.FindColumn(element.Column) is null && !string.IsNullOrEmpty(element.DataType))
            .Select(element => ColumnList.TryType(element.DataType!, out KustoType type) // not null or empty
                ? Column.New(ColumnList.CheckedName(element.Column, "column"), type)
                : throw Refusal.InconsistentMapping(
                    $"The mapping '{mapping.Key.Name}' has the column '{element.Column}' as '{element.DataType}', which is no type of Kusto.")),
    ];

    /// <summary>Whether an element fits a table that may not have its column yet: then it must have its type.</summary>
    public static void MayFit(Table table, MappingElement element, string mapping)
    {
        if (table.FindColumn(element.Column) is not null || string.IsNullOrEmpty(element.DataType))
        {
            Fits(table, element, mapping);
        }
    }

    /// <param name="table">The table as it is now.</param>
    /// <param name="element">An element of the mapping.</param>
    /// <param name="mapping">The mapping as a message calls it: <c>The mapping 'm'</c>.</param>
    /// <exception cref="RequestRefusedException">The column is missing or has another type.</exception>
    public static void Fits(Table table, MappingElement element, string mapping)
    {
        Column column = table.FindColumn(element.Column) ?? throw Refusal.InconsistentMapping(
            $"{mapping} fills the column '{element.Column}', which the table '{table.Name}' does not have. "
            + "Names are case-sensitive. Create the column or another mapping.");
        if (!string.IsNullOrEmpty(element.DataType)
            && (!ColumnList.TryType(element.DataType, out KustoType type) || type != column.Type))
        {
            throw Refusal.InconsistentMapping(
                $"{mapping} has the column '{element.Column}' as '{element.DataType}', and the table has it as "
                + $"'{column.Type.ToKusto()}'.");
        }

        if (MappingTransforms.Type(element.Transform) is { } filled && filled != column.Type)
        {
            throw Refusal.InconsistentMapping(
                $"{mapping} fills the column '{element.Column}' by the transformation {element.Transform}, which gives "
                + $"a {filled.ToKusto()}, and the table has it as '{column.Type.ToKusto()}'.");
        }
    }
}
