using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>What stands in an attribute, and where.</summary>
internal static class Attributes
{
    /// <summary>The attribute of that name; null: none. An override has those of what it overrides.</summary>
    public static AttributeData? Find(ISymbol symbol, string name)
    {
        for (ISymbol? owner = symbol; owner is not null; owner = (owner as IPropertySymbol)?.OverriddenProperty)
        {
            foreach (AttributeData attribute in owner.GetAttributes())
            {
                if (Is(attribute.AttributeClass, name))
                {
                    return attribute;
                }
            }
        }

        return null;
    }

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    /// <summary>The attribute as source calls it.</summary>
    public static string NameOf(AttributeData attribute)
    {
        string name = attribute.AttributeClass!.Name;
        return name.Substring(0, name.Length - "Attribute".Length);
    }

    /// <summary>The first argument of the constructor as text.</summary>
    public static string? FirstText(AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string : null;

    /// <summary>The value of a named argument; null where it is not given.</summary>
    public static object? Named(AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Kind == TypedConstantKind.Error ? null : argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>All attributes of that name that stand on the symbol itself.</summary>
    public static IEnumerable<AttributeData> All(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => Is(attribute.AttributeClass, name));

    /// <summary>Where an argument of the constructor stands; the attribute where it does not.</summary>
    public static Location? PlaceOfArgument(AttributeData attribute, int number) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList: { } arguments }
        && arguments.Arguments.Where(argument => argument.NameEquals is null).Skip(number).FirstOrDefault() is { } found
            ? found.Expression.GetLocation()
            : PlaceOfWhole(attribute);

    /// <summary>The texts of a named argument that is an array.</summary>
    public static IReadOnlyList<string> NamedTexts(AttributeData attribute, string name) =>
        attribute.NamedArguments
            .Where(argument => argument.Key == name && argument.Value.Kind == TypedConstantKind.Array)
            .SelectMany(argument => Texts(argument.Value))
            .ToArray();

    /// <summary>The texts of an array.</summary>
    public static IEnumerable<string> Texts(TypedConstant array) =>
        array.IsNull ? [] : array.Values.Select(value => value.Value).OfType<string>();

    /// <summary>Where the attribute stands.</summary>
    public static Location? PlaceOfWhole(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation();

    /// <summary>Where the value of a named argument stands, or of the first one if no name is given.</summary>
    public static Location? PlaceOf(AttributeData attribute, string? name = null)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return null;
        }

        AttributeArgumentSyntax? argument = syntax.ArgumentList?.Arguments.FirstOrDefault(candidate =>
            candidate.NameEquals?.Name.Identifier.ValueText == name);
        return (argument?.Expression ?? (SyntaxNode)syntax).GetLocation();
    }

    // The short name first: a symbol's full name is put together anew each time it is asked for.
    private static bool Is(INamedTypeSymbol? type, string name) =>
        type is not null && name.EndsWith(type.Name, StringComparison.Ordinal) && type.ToDisplayString() == name;
}
