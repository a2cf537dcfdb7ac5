using System.Composition;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0020: the field is counted and not given.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveOrdinalFix() : Fix(DiagnosticDescriptors.OrdinalGap)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        Change.WithoutArgument(place);
}
