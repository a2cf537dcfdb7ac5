using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Objects that System.Text.Json writes as <c>{}</c>, whatever they hold: fields alone, and no property.</summary>
internal static class EmptyJson
{
    private const string JsonConverter = "System.Text.Json.Serialization.JsonConverterAttribute";
    private const string JsonInclude = "System.Text.Json.Serialization.JsonIncludeAttribute";

    /// <summary>The first such type among a type and what it is a collection of; null: there is none.</summary>
    public static ITypeSymbol? Find(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Find(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic => generic.TypeArguments.Select(Find).FirstOrDefault(found => found is not null),
        INamedTypeSymbol named when IsEmpty(named) => named,
        _ => null,
    };

    private static bool IsEmpty(INamedTypeSymbol type)
    {
        bool hasFields = false;
        foreach (ISymbol member in Properties.LevelsFromBase(type).SelectMany(level => level.GetMembers()))
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Microsoft.CodeAnalysis.Accessibility.Public }
                || Attributes.Has(member, JsonInclude))
            {
                return false;
            }

            hasFields |= member is IFieldSymbol
            {
                IsStatic: false,
                DeclaredAccessibility: Microsoft.CodeAnalysis.Accessibility.Public,
            };
        }

        return hasFields
            && type.TypeKind is TypeKind.Class or TypeKind.Struct
            && !Attributes.Has(type, JsonConverter)
            && !UnsupportedTypes.IsEnumerable(type);
    }
}
