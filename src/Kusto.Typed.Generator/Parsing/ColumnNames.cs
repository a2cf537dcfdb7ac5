using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Sees to it that each column, and each constant with a column's name, has a name of its own.</summary>
internal static class ColumnNames
{
    /// <summary>The class that the constants are in: C# lets none of them be called so.</summary>
    private const string ConstantsClass = "Columns";

    public static void Check(RowTarget target, IReadOnlyList<ColumnDraft> drafts)
    {
        Dictionary<string, ColumnDraft> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (ColumnDraft draft in drafts)
        {
            if (taken.TryGetValue(draft.Name, out ColumnDraft? earlier))
            {
                ReportTwice(target, draft, earlier);
            }
            else
            {
                taken.Add(draft.Name, draft);
            }

            CheckHidden(target, draft.Property);
            if (draft.Property.Name == ConstantsClass)
            {
                target.Report(
                    DiagnosticDescriptors.DuplicateColumn,
                    Places.Name(draft.Property),
                    draft.Property.Name,
                    "the generated class of the columns' names is called so and cannot have a constant of its own name",
                    "property and give the column its name with [KustoColumn(\"Columns\")]");
            }
        }
    }

    // The row's own members would be written in the property's place.
    private static void CheckHidden(RowTarget target, IPropertySymbol property)
    {
        for (INamedTypeSymbol level = target.Type;
            !SymbolEqualityComparer.Default.Equals(level, property.ContainingType) && level.BaseType is { } next;
            level = next)
        {
            if (level.GetMembers(property.Name).FirstOrDefault() is { } hiding)
            {
                target.Report(
                    DiagnosticDescriptors.DuplicateColumn,
                    Places.Name(hiding),
                    property.Name,
                    $"a member of '{level.Name}' hides the property of '{property.ContainingType.Name}'",
                    "member");
                return;
            }
        }
    }

    private static void ReportTwice(RowTarget target, ColumnDraft draft, ColumnDraft earlier)
    {
        AttributeData? attribute = Attributes.Find(draft.Property, KnownNames.KustoColumn);
        bool isNamed = attribute is not null && Attributes.FirstText(attribute) is not null;
        string difference = draft.Name == earlier.Name
            ? ""
            : ", and names that differ only in case are too easily mixed up";
        target.Report(
            DiagnosticDescriptors.DuplicateColumn,
            isNamed ? Attributes.PlaceOf(attribute!) : Places.Name(draft.Property),
            draft.Property.Name,
            $"the column of '{earlier.Property.Name}' is called '{earlier.Name}'{difference}",
            "column with [KustoColumn(\"...\")]");
    }
}
