using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Gives each column its place among all and its field a place in the record.</summary>
internal static class Ordinals
{
    private const int Most = 9_999;

    /// <summary>Puts the columns into their order and finds their ordinals; what is wrong with those is reported.</summary>
    public static IReadOnlyList<ColumnDraft> Assign(RowTarget target, IEnumerable<ColumnDraft> drafts)
    {
        ColumnDraft[] ordered = [.. drafts.OrderBy(draft => draft.Settings.Order)];
        int next = 0;
        for (int position = 0; position < ordered.Length; position++)
        {
            ordered[position].Position = position;
            ordered[position].Ordinal = ordered[position].DeclaredOrdinal ?? next;
            next = ordered[position].Ordinal + 1;
        }

        if (ordered.Any(draft => draft.DeclaredOrdinal is not null))
        {
            Check(target, ordered);
        }

        return ordered;
    }

    private static void Check(RowTarget target, ColumnDraft[] drafts)
    {
        Dictionary<int, ColumnDraft> taken = [];
        foreach (ColumnDraft draft in drafts)
        {
            if (draft.Ordinal is < 0 or > Most)
            {
                Report(target, draft, "an ordinal is from 0 to 9999", "choose one of them, or none");
            }
            else if (taken.TryGetValue(draft.Ordinal, out ColumnDraft? other))
            {
                Report(target, draft, $"'{other.Property.Name}' has that field", "give each column a field of its own");
            }
            else
            {
                taken.Add(draft.Ordinal, draft);
            }
        }

        if (!target.HasErrors)
        {
            CheckGaps(target, drafts);
        }
    }

    private static void CheckGaps(RowTarget target, ColumnDraft[] drafts)
    {
        int expected = 0;
        foreach (ColumnDraft draft in drafts.OrderBy(draft => draft.Ordinal))
        {
            if (draft.Ordinal > expected)
            {
                int last = draft.Ordinal - 1;
                string fields = last == expected ? $"field {Invariant.Text(last)} has" : $"fields {Invariant.Text(expected)} to {Invariant.Text(last)} have";
                target.Report(
                    DiagnosticDescriptors.OrdinalGap,
                    draft.Settings.PlaceOf("Ordinal"),
                    fields,
                    draft.Property.Name,
                    Invariant.Text(draft.Ordinal));
            }

            expected = draft.Ordinal + 1;
        }
    }

    private static void Report(RowTarget target, ColumnDraft draft, string problem, string advice) =>
        target.Report(
            DiagnosticDescriptors.OrdinalTaken,
            draft.DeclaredOrdinal is null ? Places.Name(draft.Property) : draft.Settings.PlaceOf("Ordinal"),
            draft.Property.Name,
            Invariant.Text(draft.Ordinal),
            problem,
            advice);
}
