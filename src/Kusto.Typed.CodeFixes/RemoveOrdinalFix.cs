using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0020: the field is counted and not given.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveOrdinalFix() : Fix(DiagnosticDescriptors.OrdinalGap)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        place.Around<AttributeArgumentSyntax>() is { NameEquals: not null } argument
            ? Change.OfRoot("Remove Ordinal", place, AttributeEditing.RemoveArgument(place.Root, argument))
            : null;
}
