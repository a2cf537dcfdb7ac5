using Kusto.Typed.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Kusto.Typed.CodeFixes.Editing;

/// <summary>What attributes say of columns, changed: on properties and on the parameters that make them.</summary>
internal static class ColumnEditing
{
    /// <summary>The property, or the parameter that makes it, around a place; null: neither.</summary>
    public static SyntaxNode? Declaration(FixPlace place) =>
        (SyntaxNode?)place.Around<ParameterSyntax>() ?? place.Around<PropertyDeclarationSyntax>();

    /// <summary>The declaration of a property of a type by its name, as this file has it; null: it has none.</summary>
    public static SyntaxNode? Find(TypeDeclarationSyntax type, string property) =>
        (SyntaxNode?)type.Members.OfType<PropertyDeclarationSyntax>()
            .FirstOrDefault(member => member.Identifier.ValueText == property)
        ?? (type as RecordDeclarationSyntax)?.ParameterList?.Parameters
            .FirstOrDefault(parameter => parameter.Identifier.ValueText == property);

    /// <summary>The declaration with an argument of its column's attribute, which it gets where it has none.</summary>
    public static SyntaxNode WithArgument(FixPlace place, SyntaxNode declaration, string name, SyntaxNode value) =>
        AttributeEditing.Find(Lists(declaration), "KustoColumn") is { } attribute
            ? declaration.ReplaceNode(attribute, AttributeEditing.AddArgument(attribute, name, value))
            : Add(place, declaration, AttributeEditing.AddArgument(Made(place, KnownNames.KustoColumn), name, value));

    /// <summary>The declaration with one more attribute of its property, which is given a text.</summary>
    public static SyntaxNode WithAttribute(FixPlace place, SyntaxNode declaration, string attribute, string text) =>
        Add(place, declaration, Made(place, attribute, place.Generator.LiteralExpression(text)));

    /// <summary>The type in a declaration.</summary>
    public static TypeSyntax? TypeOf(SyntaxNode? declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        _ => null,
    };

    private static SyntaxList<AttributeListSyntax> Lists(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.AttributeLists,
        ParameterSyntax parameter => parameter.AttributeLists,
        _ => default,
    };

    private static AttributeSyntax Made(FixPlace place, string attribute, params SyntaxNode[] arguments) =>
        AttributeEditing.Make(place.Generator, place.Model.Compilation, attribute, arguments)
            .DescendantNodesAndSelf().OfType<AttributeSyntax>().First();

    // An attribute on a parameter is the parameter's own unless it says otherwise.
    private static SyntaxNode Add(FixPlace place, SyntaxNode declaration, AttributeSyntax attribute)
    {
        AttributeListSyntax list =
            AttributeList(SingletonSeparatedList(attribute)).WithAdditionalAnnotations(AttributeEditing.Written);
        return declaration is ParameterSyntax parameter
            ? parameter.AddAttributeLists(list
                .WithTarget(AttributeTargetSpecifier(Token(SyntaxKind.PropertyKeyword)).WithTrailingTrivia(Space))
                .WithTrailingTrivia(Space))
            : AttributeEditing.Add(place.Generator, declaration, list);
    }
}
