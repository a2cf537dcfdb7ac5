using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0028: an attribute, or an argument, that does nothing is removed.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveIdleAttributeFix() : Fix(DiagnosticDescriptors.WithoutEffect)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        Change.WithoutArgument(place)
        ?? (place.Around<AttributeSyntax>() is { } attribute
            ? Change.OfRoot($"Remove [{attribute.Name}]", place, AttributeEditing.Remove(place.Root, attribute))
            : null);
}
