using Kusto.Typed.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>The one new property that may be a shipped column under another name.</summary>
internal sealed record Successor(string Column, string Property, SyntaxNode Declaration)
{
    /// <summary>The property; null where there is none, or several.</summary>
    public static Successor? Of(FixPlace place) =>
        place.Facts.TryGetValue("Column", out string? column) && column is not null
        && place.Facts.TryGetValue("Candidates", out string? property) && property is { Length: > 0 }
        && place.Around<TypeDeclarationSyntax>() is { } type
        && ColumnEditing.Find(type, property) is { } declaration
            ? new Successor(column, property, declaration)
            : null;

    /// <summary>The property is marked with an attribute that names the shipped column.</summary>
    public Change Marked(string title, FixPlace place, string attribute) => Change.OfNode(
        title, place, Declaration, ColumnEditing.WithAttribute(place, Declaration, attribute, Column));
}
