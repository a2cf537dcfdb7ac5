using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0013: times of no kind are said to be UTC, for all columns of the table.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class TakeAllAsUtcFix() : Fix(DiagnosticDescriptors.TimeOfUnknownKind)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        place.Around<TypeDeclarationSyntax>() is { } type
        && AttributeEditing.Find(type.AttributeLists, "KustoTable") is { } table
            ? Change.OfNode(
                $"Say that all times of '{type.Identifier.ValueText}' are UTC",
                place,
                table,
                AttributeEditing.AddArgument(table, "DateTimeKind", TimeKinds.Utc(place)))
            : null;
}
