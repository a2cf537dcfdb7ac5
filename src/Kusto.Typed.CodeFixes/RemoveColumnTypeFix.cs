using System.Composition;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0008: the property has the type that it has by itself.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveColumnTypeFix() : Fix(DiagnosticDescriptors.OverrideNotPossible)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        Change.WithoutArgument(place);
}
