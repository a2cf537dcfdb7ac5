using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Kusto.Typed.CodeFixes.Editing;

/// <summary>Attributes added, changed and removed.</summary>
/// <remarks>Names are written in full; an editor shortens them, and adds usings, when it applies a fix.</remarks>
internal static class AttributeEditing
{
    /// <summary>What marks syntax to be shortened and set out by the editor.</summary>
    public static SyntaxAnnotation[] Written =>
        [Simplifier.Annotation, Simplifier.AddImportsAnnotation, Formatter.Annotation];

    /// <summary>The declaration with one more attribute, on a line of its own behind those it has.</summary>
    public static SyntaxNode Add(SyntaxGenerator generator, SyntaxNode declaration, SyntaxNode attribute) =>
        generator.AddAttributes(declaration, attribute);

    /// <summary>An attribute of the library or the platform.</summary>
    public static SyntaxNode Make(
        SyntaxGenerator generator, Compilation compilation, string type, params SyntaxNode[] arguments) =>
        generator.Attribute(
                Name(generator, compilation, type),
                arguments.Length == 0 ? null : arguments.Select(generator.AttributeArgument))
            .WithAdditionalAnnotations(Written);

    /// <summary>The name of a type of the library or the platform.</summary>
    public static SyntaxNode Name(SyntaxGenerator generator, Compilation compilation, string type) =>
        compilation.GetTypeByMetadataName(type) is { } symbol
            ? generator.TypeExpression(symbol).WithAdditionalAnnotations(Written)
            : generator.DottedName(type);

    /// <summary>The attribute with one more argument that has a name.</summary>
    public static AttributeSyntax AddArgument(AttributeSyntax attribute, string name, SyntaxNode value) =>
        attribute
            .WithArgumentList((attribute.ArgumentList ?? AttributeArgumentList()).AddArguments(
                AttributeArgument(NameEquals(name), nameColon: null, (ExpressionSyntax)value)))
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The first attribute of a name, as source writes it; null: none.</summary>
    public static AttributeSyntax? Find(SyntaxList<AttributeListSyntax> lists, string name) =>
        lists.SelectMany(list => list.Attributes).FirstOrDefault(attribute =>
            attribute.Name.ToString().Split('.').Last() is var found && (found == name || found == name + "Attribute"));

    /// <summary>The file without an argument, and without the attribute and the brackets that had no other.</summary>
    public static SyntaxNode RemoveArgument(SyntaxNode root, AttributeArgumentSyntax argument) =>
        argument.Parent is not AttributeArgumentListSyntax { Arguments.Count: 1, Parent: AttributeSyntax attribute }
            ? Lists.Remove(root, argument)
            : Remove(root, attribute);

    /// <summary>The file without an attribute, and without the brackets that had no other.</summary>
    public static SyntaxNode Remove(SyntaxNode root, AttributeSyntax attribute) =>
        attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list
            ? RemoveList(root, list)
            : Lists.Remove(root, attribute);

    // What follows stands where the brackets stood, behind their comments and their indentation.
    private static SyntaxNode RemoveList(SyntaxNode root, AttributeListSyntax list)
    {
        SyntaxNode tracked = root.TrackNodes(list);
        AttributeListSyntax current = tracked.GetCurrentNode(list)!;
        SyntaxToken next = current.GetLastToken().GetNextToken();
        IEnumerable<SyntaxTrivia> kept =
            next.LeadingTrivia.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        SyntaxNode moved = tracked.ReplaceToken(next, next.WithLeadingTrivia(list.GetLeadingTrivia().Concat(kept)));
        return moved.RemoveNode(moved.GetCurrentNode(list)!, SyntaxRemoveOptions.KeepNoTrivia)!;
    }
}
