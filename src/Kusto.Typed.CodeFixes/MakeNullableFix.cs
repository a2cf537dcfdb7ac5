using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0026: the property takes the nulls that older rows have.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class MakeNullableFix() : Fix(DiagnosticDescriptors.NullRefused)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        ColumnEditing.TypeOf(ColumnEditing.Declaration(place)) is { } type and not NullableTypeSyntax
            ? Change.OfNode(
                "Make it nullable",
                place,
                type,
                Microsoft.CodeAnalysis.CSharp.SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type))
            : null;
}
