using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0024: the property gets the type that its column has shipped with.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RestoreColumnTypeFix() : Fix(DiagnosticDescriptors.LockedColumnRetyped)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        ColumnTypes.Of(place) is { } type
        && ColumnEditing.TypeOf(ColumnEditing.Declaration(place)) is { } old
            ? Change.OfNode(
                $"Make it {type.Split('.').Last()} again",
                place,
                old,
                TypeEditing.Type(type, isNullable: old is NullableTypeSyntax).WithTriviaFrom(old))
            : null;
}
