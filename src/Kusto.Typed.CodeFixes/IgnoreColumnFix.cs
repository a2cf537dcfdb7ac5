using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0003: a property that is no column is marked so.</summary>
/// <remarks>
/// Not where the row could then not be made when it is read: a required property has to be set, and a parameter of the
/// primary constructor has to have its column.
/// </remarks>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class IgnoreColumnFix() : Fix(DiagnosticDescriptors.ColumnTypeNotSupported)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        place.Around<ParameterSyntax>() is null
        && place.Around<PropertyDeclarationSyntax>() is { } property
        && place.Model.GetDeclaredSymbol(property, cancellationToken) is { IsRequired: false }
            ? Change.OfNode(
                $"Leave '{property.Identifier.ValueText}' out with [KustoIgnore]",
                place,
                property,
                AttributeEditing.Add(
                    place.Generator,
                    property,
                    AttributeEditing.Make(place.Generator, place.Model.Compilation, KnownNames.KustoIgnore)))
            : null;
}
