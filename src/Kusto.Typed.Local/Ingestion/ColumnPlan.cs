using System.Text;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>
/// Where one column's values come from: a field, a constant, a transformation of a field or of the source, or nowhere.
/// </summary>
internal readonly record struct ColumnPlan(Column Column, int Ordinal, byte[]? Constant)
{
    private const int None = -1;

    public MappingTransform Transform { get; init; }

    /// <summary>
    /// One plan for each column of the table, in its order. No mapping: the nth field is the nth column.
    /// </summary>
    /// <exception cref="RequestRefusedException">The mapping does not fit the table as it is now.</exception>
    public static ColumnPlan[] For(Table table, MappingDefinition? mapping, LocalKustoDefect defect, string location)
    {
        foreach (MappingElement element in mapping?.Elements ?? [])
        {
            MappingCheck.Fits(table, element, $"The mapping '{mapping!.Key.Name}'"); // there is one: it has elements
        }

        ColumnPlan[] plans = mapping is null
            ? [.. table.Columns.Select(static (column, ordinal) => new ColumnPlan(column, ordinal, null))]
            : [.. table.Columns.Select(column => Mapped(column, mapping, location))];
        return defect == LocalKustoDefect.ShiftsColumns ? Shifted(plans) : plans;
    }

    private static ColumnPlan Mapped(Column column, MappingDefinition mapping, string location)
    {
        MappingElement? element = mapping.Elements.FirstOrDefault(element => element.Column == column.Name);
        if (element is null)
        {
            return new ColumnPlan(column, None, null);
        }

        // All records of a source have one location: it is a constant like those of the mapping.
        string? constant = element.Transform == MappingTransform.SourceLocation ? location : element.ConstValue;
        byte[]? constantBytes = constant is null ? null : Encoding.UTF8.GetBytes(constant);
        return new ColumnPlan(column, element.Ordinal ?? None, constantBytes)
        {
            Transform = element.Transform,
        };
    }

    private static ColumnPlan[] Shifted(ColumnPlan[] plans) =>
        [.. plans.Select((plan, place) => plan with { Ordinal = plans[(place + 1) % plans.Length].Ordinal })];
}
