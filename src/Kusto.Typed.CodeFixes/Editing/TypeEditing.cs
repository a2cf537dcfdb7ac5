using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Kusto.Typed.CodeFixes.Editing;

/// <summary>Type declarations changed.</summary>
internal static class TypeEditing
{
    /// <summary>The type as partial: the word that the language wants right before the type's keyword.</summary>
    public static TypeDeclarationSyntax MakePartial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(Space);
        if (type.Modifiers.Count > 0)
        {
            return type.WithModifiers(type.Modifiers.Add(partial));
        }

        // The comments and the indentation before the keyword stay before the type.
        return type
            .WithKeyword(type.Keyword.WithLeadingTrivia())
            .WithModifiers(TokenList(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)));
    }

    /// <summary>An empty type without its braces, which C# 12 made optional.</summary>
    public static SyntaxNode WithoutBody(SyntaxNode type, ParseOptions options)
    {
        const LanguageVersion CSharp12 = (LanguageVersion)1200; // newer than this assembly's compiler
        return type is ClassDeclarationSyntax { Members.Count: 0 } empty
            && ((CSharpParseOptions)options).LanguageVersion >= CSharp12
            ? empty
                .WithOpenBraceToken(default)
                .WithCloseBraceToken(default)
                .WithSemicolonToken(Token(SyntaxKind.SemicolonToken))
            : type;
    }
}
