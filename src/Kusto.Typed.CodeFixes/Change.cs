using Microsoft.CodeAnalysis;

namespace Kusto.Typed.CodeFixes;

/// <summary>A change as an editor shows it, and how it is made.</summary>
internal sealed record Change(string Title, Func<CancellationToken, Task<Solution>> ApplyAsync)
{
    /// <summary>One node in the place of another.</summary>
    public static Change OfNode(string title, FixPlace place, SyntaxNode from, SyntaxNode to) =>
        new(title, _ => Task.FromResult(
            place.Document.WithSyntaxRoot(place.Root.ReplaceNode(from, to)).Project.Solution));

    /// <summary>A file as it looks without or with something.</summary>
    public static Change OfRoot(string title, FixPlace place, SyntaxNode root) =>
        new(title, _ => Task.FromResult(place.Document.WithSyntaxRoot(root).Project.Solution));
}
