using System.Composition;
using Kusto.Typed.Generator;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0023: the property that replaced another keeps the column of that.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class KeepColumnNameFix() : Fix(DiagnosticDescriptors.LockedColumnMissing)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        Successor.Of(place) is { } successor
            ? successor.Marked(
                $"Keep the column '{successor.Column}' for '{successor.Property}'", place, KnownNames.KustoColumn)
            : null;
}
