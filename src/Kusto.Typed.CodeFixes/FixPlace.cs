using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Kusto.Typed.CodeFixes;

/// <summary>Where a diagnostic stands.</summary>
internal sealed class FixPlace
{
    private FixPlace(Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        Document = document;
        Root = root;
        Model = model;
        Facts = diagnostic.Properties;
        Node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
    }

    public Document Document { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    /// <summary>What the diagnostic says beside its message.</summary>
    public ImmutableDictionary<string, string?> Facts { get; }

    /// <summary>Writes syntax as the document's language wants it.</summary>
    public SyntaxGenerator Generator => SyntaxGenerator.GetGenerator(Document);

    /// <summary>The innermost node of the diagnostic's text.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The diagnostic's place; null where the document has no syntax to change.</summary>
    public static async Task<FixPlace?> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? null
            : new FixPlace(document, root, model, diagnostic);
    }

    /// <summary>The innermost node of that kind around the place; null: none.</summary>
    public T? Around<T>()
        where T : SyntaxNode =>
        Node.FirstAncestorOrSelf<T>();
}
