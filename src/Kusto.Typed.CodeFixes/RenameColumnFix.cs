using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0023: the column is renamed with its values.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RenameColumnFix() : Fix(DiagnosticDescriptors.LockedColumnMissing)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        Successor.Of(place) is { } successor
            ? Change.OfNode(
                $"Rename the column '{successor.Column}' to '{successor.Property}'",
                place,
                successor.Declaration,
                ColumnEditing.WithAttribute(
                    place,
                    successor.Declaration,
                    KnownNames.KustoRenamedFrom,
                    successor.Column))
            : null;
}
