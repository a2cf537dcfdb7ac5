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
        Dictionary<string, ColumnDraft> constants = new(StringComparer.Ordinal);
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

            CheckFormerName(target, drafts, draft);
            CheckConstant(target, draft, constants);
            CheckHidden(target, draft);
            if (draft.Constant == ConstantsClass)
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

    // In the table both would be one column.
    private static void CheckFormerName(RowTarget target, IReadOnlyList<ColumnDraft> drafts, ColumnDraft draft)
    {
        if (draft.FormerName is not { } former)
        {
            return;
        }

        string? problem = drafts.FirstOrDefault(other => other.Name == former) is { } named
                ? $"that is still the column of '{named.Property.Name}'"
            : drafts.FirstOrDefault(other => other != draft && other.FormerName == former) is { } rival
                ? $"'{rival.Property.Name}' says so too"
            : null;
        if (problem is not null)
        {
            target.Report(
                DiagnosticDescriptors.RenameNotPossible,
                Attributes.PlaceOf(Attributes.Find(draft.Property, KnownNames.KustoRenamedFrom)!),
                draft.Property.Name,
                former,
                problem);
        }
    }

    // Names of flattened properties run together: two ways may lead to one.
    private static void CheckConstant(RowTarget target, ColumnDraft draft, Dictionary<string, ColumnDraft> constants)
    {
        if (!constants.TryGetValue(draft.Constant, out ColumnDraft? earlier))
        {
            constants.Add(draft.Constant, draft);
        }
        else if (!string.Equals(earlier.Name, draft.Name, StringComparison.OrdinalIgnoreCase))
        {
            target.Report(
                DiagnosticDescriptors.DuplicateColumn,
                Places.Name(draft.Property),
                draft.Property.Name,
                $"the constant with its column's name would be called '{draft.Constant}', as that of '{earlier.Name}' is",
                "property");
        }
    }

    // The row's own members would be written in the property's place.
    private static void CheckHidden(RowTarget target, ColumnDraft draft)
    {
        IPropertySymbol property = draft.Property;
        for (INamedTypeSymbol level = (INamedTypeSymbol)draft.Path.Types[draft.Path.Types.Count - 1];
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
        string difference = draft.Name == earlier.Name
            ? ""
            : ", and names that differ only in case are too easily mixed up";
        target.Report(
            DiagnosticDescriptors.DuplicateColumn,
            draft.Settings.Name is null ? Places.Name(draft.Property) : draft.Settings.PlaceOf(),
            draft.Property.Name,
            $"the column of '{earlier.Property.Name}' is called '{earlier.Name}'{difference}",
            "column with [KustoColumn(\"...\")]");
    }
}
