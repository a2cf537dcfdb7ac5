using System.Collections.Immutable;
using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Sees to it that row types of one table leave each other's mapping and columns alone.</summary>
internal static class TableConflicts
{
    public static IEnumerable<Diagnostic> Among(ImmutableArray<RowParseResult> results) =>
        results
            .SelectMany(result => result.Rows, (result, row) => (Row: row, Place: result.Places?.Declaration))
            .GroupBy(declared => declared.Row.Table.Name, StringComparer.Ordinal)
            .Where(table => table.Skip(1).Any())
            .SelectMany(table => OfTable(
                [.. table.Select(declared => new Declaration(declared.Row, declared.Row.ToSchema(), declared.Place))]));

    // One of each kind for a type: what is said of the second of three holds for the third as well.
    private static IEnumerable<Diagnostic> OfTable(Declaration[] declarations) =>
        declarations.SelectMany((later, number) =>
        {
            IEnumerable<Declaration> earlier = declarations.Take(number);
            return new[]
            {
                earlier.Select(other => OfMappings(later, other)).FirstOrDefault(found => found is not null),
                earlier.Select(other => OfTypes(later, other)).FirstOrDefault(found => found is not null),
            }.OfType<Diagnostic>();
        });

    private static Diagnostic? OfMappings(Declaration later, Declaration earlier)
    {
        string mapping = later.Schema.Mapping.Name;
        return mapping == earlier.Schema.Mapping.Name && later.Schema.Mapping.ToJson() != earlier.Schema.Mapping.ToJson()
            ? Report(
                later,
                earlier,
                $"with the mapping '{mapping}' and different columns, so that one's mapping would replace the other's",
                "give one of them another MappingName, or none")
            : null;
    }

    private static Diagnostic? OfTypes(Declaration later, Declaration earlier)
    {
        foreach (ColumnSchema column in later.Schema.Columns)
        {
            ColumnSchema? other = earlier.Schema.Columns
                .FirstOrDefault(candidate => candidate.Name == column.Name && candidate.Type != column.Type);
            if (other is not null)
            {
                return Report(
                    later,
                    earlier,
                    $"with a column '{column.Name}', {column.Type.ToKusto()} here and {other.Type.ToKusto()} there",
                    "give the column one type, or another name in one of them");
            }
        }

        return null;
    }

    private static Diagnostic Report(Declaration later, Declaration earlier, string problem, string advice) =>
        Diagnostic.Create(
            DiagnosticDescriptors.TableConflict,
            later.Place,
            later.Row.FullName,
            earlier.Row.FullName,
            later.Schema.Name,
            problem,
            advice);

    private sealed record Declaration(RowModel Row, TableSchema Schema, Location? Place);
}
