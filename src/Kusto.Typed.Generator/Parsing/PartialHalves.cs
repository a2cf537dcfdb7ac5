using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Sees to it that the order of columns does not hang on the order in which files are compiled.</summary>
internal static class PartialHalves
{
    public static void Check(RowTarget target, IReadOnlyList<ColumnDraft> drafts)
    {
        if (drafts.Select(draft => draft.Property.ContainingType).Distinct(SymbolEqualityComparer.Default)
            .All(type => type!.Locations.Length == 1))
        {
            return;
        }

        foreach (IGrouping<(string Owner, int Order), ColumnDraft> equals in drafts
            .Where(draft => draft.Property.ContainingType.DeclaringSyntaxReferences.Length > 1)
            .GroupBy(draft => (draft.Property.ContainingType.ToDisplayString(), draft.Settings.Order)))
        {
            SyntaxNode? first = Half(equals.First().Property);
            if (equals.FirstOrDefault(draft => Half(draft.Property) != first) is { } other)
            {
                target.Report(
                    DiagnosticDescriptors.ColumnsInTwoHalves,
                    Places.Name(other.Property),
                    other.Property.Name,
                    equals.First().Property.Name);
            }
        }
    }

    private static SyntaxNode? Half(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            .FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
