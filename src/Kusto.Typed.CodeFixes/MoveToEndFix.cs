using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0025: the new property moves behind the others.</summary>
/// <remarks>Parameters of a record stay: whoever makes such a record gives its values in their order.</remarks>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class MoveToEndFix() : Fix(DiagnosticDescriptors.ColumnInserted)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        place.Around<ParameterSyntax>() is null
        && place.Around<PropertyDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } property
            ? Change.OfNode(
                $"Move '{property.Identifier.ValueText}' to the end", place, type, TypeEditing.MoveToEnd(type, property))
            : null;
}
