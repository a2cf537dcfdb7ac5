using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0023: the shipped column is put back, as a property at the end of the type.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RestoreColumnFix() : Fix(DiagnosticDescriptors.LockedColumnMissing)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        place.Facts.TryGetValue("Column", out string? column) && Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(column)
        && ColumnTypes.Of(place) is { } type
        && place.Around<TypeDeclarationSyntax>() is { } declaration
            ? Change.OfNode(
                $"Put '{column}' back", place, declaration, TypeEditing.AddProperty(declaration, $"{type}?", column!))
            : null;
}
