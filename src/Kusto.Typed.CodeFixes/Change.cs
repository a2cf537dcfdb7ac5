using Kusto.Typed.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes;

/// <summary>A change as an editor shows it, and how it is made.</summary>
internal sealed record Change(string Title, Func<CancellationToken, Task<Solution>> ApplyAsync)
{
    /// <summary>One node in the place of another.</summary>
    public static Change OfNode(string title, FixPlace place, SyntaxNode from, SyntaxNode to) =>
        new(title, _ => Task.FromResult(
            place.Document.WithSyntaxRoot(place.Root.ReplaceNode(from, to)).Project.Solution));

    /// <summary>The attribute's argument around a place is removed; null where there is none with a name.</summary>
    public static Change? WithoutArgument(FixPlace place) =>
        place.Around<AttributeArgumentSyntax>() is { NameEquals: { } name } argument
            ? OfRoot($"Remove {name.Name}", place, AttributeEditing.RemoveArgument(place.Root, argument))
            : null;

    /// <summary>A file as it looks without or with something.</summary>
    public static Change OfRoot(string title, FixPlace place, SyntaxNode root) =>
        new(title, _ => Task.FromResult(place.Document.WithSyntaxRoot(root).Project.Solution));
}
