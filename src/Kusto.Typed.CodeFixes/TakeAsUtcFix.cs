using System.Composition;
using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kusto.Typed.CodeFixes;

/// <summary>KT0013: a time of no kind is said to be UTC, on its column.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class TakeAsUtcFix() : Fix(DiagnosticDescriptors.TimeOfUnknownKind)
{
    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        ColumnEditing.Declaration(place) is { } declaration
            ? Change.OfNode(
                "Say that it is UTC",
                place,
                declaration,
                ColumnEditing.WithArgument(place, declaration, "DateTimeKind", TimeKinds.Utc(place)))
            : null;
}
