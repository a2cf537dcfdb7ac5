using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>Whether a mapping fits its table: when it is made, and again when it is used: tables change.</summary>
internal static class MappingCheck
{
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
