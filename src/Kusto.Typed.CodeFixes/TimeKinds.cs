using Kusto.Typed.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.CodeFixes;

/// <summary>The library's <c>KustoDateTimeKind</c> as syntax.</summary>
internal static class TimeKinds
{
    public static SyntaxNode Utc(FixPlace place) => place.Generator.MemberAccessExpression(
        AttributeEditing.Name(place.Generator, place.Model.Compilation, "Kusto.Typed.KustoDateTimeKind"), "Utc");
}
