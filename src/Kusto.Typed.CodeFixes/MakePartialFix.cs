using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0001: the type becomes partial.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class MakePartialFix() : Fix(DiagnosticDescriptors.NotPartial)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        place.Around<TypeDeclarationSyntax>() is { } type
            ? Change.OfNode(
                $"Make '{type.Identifier.ValueText}' partial", place, type, TypeEditing.MakePartial(type))
            : null;
}
