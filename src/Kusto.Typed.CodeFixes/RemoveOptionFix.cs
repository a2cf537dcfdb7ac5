using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0031: an option that its route does not look at is removed.</summary>
/// <remarks>Properties of a call stay: they may be meant, and the route not.</remarks>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveOptionFix() : Fix(DiagnosticDescriptors.NoEffectOnRoute)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        place.Node.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment
        && assignment.Left == place.Node
            ? Change.OfRoot($"Remove '{place.Node}'", place, Lists.Remove(place.Root, assignment))
            : null;
}
