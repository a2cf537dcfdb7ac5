using System.Composition;
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
            ? successor.Marked(
                $"Rename the column '{successor.Column}' to '{successor.Property}'", place, KnownNames.KustoRenamedFrom)
            : null;
}
