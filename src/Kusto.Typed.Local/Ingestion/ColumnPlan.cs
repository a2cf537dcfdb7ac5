using System.Text;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>Where one column's values come from: a field, a constant, or nowhere.</summary>
internal readonly record struct ColumnPlan(Column Column, int Ordinal, byte[]? Constant)
{
    private const int None = -1;

    /// <summary>
    /// One plan for each column of the table, in its order. No mapping: the nth field is the nth column.
    /// </summary>
    /// <exception cref="RequestRefusedException">The mapping does not fit the table as it is now.</exception>
    public static ColumnPlan[] For(Table table, CsvMappingDefinition? mapping, LocalKustoDefect defect)
    {
        ColumnPlan[] plans = mapping is null
            ? [.. table.Columns.Select(static (column, ordinal) => new ColumnPlan(column, ordinal, null))]
            : [.. table.Columns.Select(column => Mapped(column, mapping))];
        CheckColumns(table, mapping);
        return defect == LocalKustoDefect.ShiftsColumns ? Shifted(plans) : plans;
    }

    private static ColumnPlan Mapped(Column column, CsvMappingDefinition mapping)
    {
        MappingElement? element = mapping.Elements.FirstOrDefault(element => element.Column == column.Name);
        byte[]? constant = element?.ConstValue is { } text ? Encoding.UTF8.GetBytes(text) : null;
        return new ColumnPlan(column, element?.Ordinal ?? None, constant);
    }

    private static void CheckColumns(Table table, CsvMappingDefinition? mapping)
    {
        MappingElement? lost = mapping?.Elements.FirstOrDefault(element => table.FindColumn(element.Column) is null);
        if (lost is not null)
        {
            throw Refusal.InconsistentMapping(
                $"The mapping '{mapping!.Name}' fills the column '{lost.Column}', which the table '{table.Name}' does not "
                + "have. Create the column or another mapping.");
        }
    }

    private static ColumnPlan[] Shifted(ColumnPlan[] plans) =>
        [.. plans.Select((plan, place) => plan with { Ordinal = plans[(place + 1) % plans.Length].Ordinal })];
}
