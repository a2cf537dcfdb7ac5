using Microsoft.CodeAnalysis;

namespace Kusto.Typed.CodeFixes.Editing;

/// <summary>Things between commas.</summary>
internal static class Lists
{
    /// <summary>The file without one of several that stand between commas, and without one comma.</summary>
    public static SyntaxNode Remove(SyntaxNode root, SyntaxNode one)
    {
        SyntaxToken next = one.GetLastToken().GetNextToken();
        bool isLast = !next.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.CommaToken);
        if (!isLast || !one.HasTrailingTrivia)
        {
            return root.RemoveNode(one, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        // The line end behind the last one moves to the one before it, or what closes the list would move up.
        SyntaxNode? before = one.Parent?.ChildNodes().TakeWhile(sibling => sibling != one).LastOrDefault();
        if (before is null)
        {
            return root.RemoveNode(one, SyntaxRemoveOptions.KeepTrailingTrivia)!;
        }

        SyntaxNode tracked = root.TrackNodes(one, before);
        SyntaxNode shorter = tracked.RemoveNode(tracked.GetCurrentNode(one)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        SyntaxNode end = shorter.GetCurrentNode(before)!;
        return shorter.ReplaceNode(end, end.WithTrailingTrivia(one.GetTrailingTrivia()));
    }
}
