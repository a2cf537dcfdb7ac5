using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
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

    /// <summary>A type by its full name, for the editor to shorten.</summary>
    public static TypeSyntax Type(string name, bool isNullable)
    {
        TypeSyntax type = ParseTypeName(name.Contains('.') ? "global::" + name : name);
        return (isNullable ? NullableType(type) : type).WithAdditionalAnnotations(AttributeEditing.Written);
    }

    /// <summary>The type with a public property at its end.</summary>
    public static TypeDeclarationSyntax AddProperty(TypeDeclarationSyntax type, string propertyType, string name)
    {
        PropertyDeclarationSyntax property = PropertyDeclaration(
                Type(propertyType.TrimEnd('?'), isNullable: propertyType.EndsWith("?", StringComparison.Ordinal)), Identifier(name))
            .AddModifiers(Token(SyntaxKind.PublicKeyword))
            .AddAccessorListAccessors(Accessor(SyntaxKind.GetAccessorDeclaration), Accessor(SyntaxKind.InitAccessorDeclaration))
            .WithAdditionalAnnotations(Formatter.Annotation);
        bool isEmpty = type.OpenBraceToken.IsKind(SyntaxKind.None) || type.OpenBraceToken.IsMissing;
        TypeDeclarationSyntax open = isEmpty
            ? type
                .WithSemicolonToken(default)
                .WithOpenBraceToken(Token(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.GetTrailingTrivia()))
                .WithAdditionalAnnotations(Formatter.Annotation)
            : type;
        return open.AddMembers(property);
    }

    /// <summary>The type with one of its properties behind its last one.</summary>
    public static TypeDeclarationSyntax MoveToEnd(TypeDeclarationSyntax type, PropertyDeclarationSyntax property)
    {
        MemberDeclarationSyntax last = type.Members.OfType<PropertyDeclarationSyntax>().Last();
        SyntaxList<MemberDeclarationSyntax> without = type.Members.Remove(property);
        int place = type.Members.IndexOf(last) - (type.Members.IndexOf(property) < type.Members.IndexOf(last) ? 1 : 0);
        return type.WithMembers(without.Insert(place + 1, property));
    }

    private static AccessorDeclarationSyntax Accessor(SyntaxKind kind) =>
        AccessorDeclaration(kind).WithSemicolonToken(Token(SyntaxKind.SemicolonToken));

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
