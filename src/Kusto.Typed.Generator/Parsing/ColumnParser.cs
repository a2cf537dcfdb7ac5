using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>A property as a column.</summary>
internal static class ColumnParser
{
    /// <summary>Adds the property's column to the drafts.</summary>
    /// <returns>False where the property is no column; what is not the compiler's to report is reported.</returns>
    public static bool TryParse(RowTarget target, IPropertySymbol property, JsonTypes json, List<ColumnDraft> drafts)
    {
        if (IsUnknown(property.Type))
        {
            return false;
        }

        AttributeData? attribute = Attributes.Find(property, KnownNames.KustoColumn);
        if (ColumnTypeParser.Parse(target, property, attribute) is not { } type)
        {
            return false;
        }

        string? jsonType = null;
        if (type.Codec == Codecs.Json && !json.TryAdd(target, property, type.Underlying, out jsonType))
        {
            return false;
        }

        string? given = attribute is null ? null : Attributes.FirstText(attribute);
        string? docString = attribute is null ? null : Attributes.Named(attribute, "DocString") as string;
        Location? place = given is null ? Places.Name(property) : Attributes.PlaceOf(attribute!);
        TableParser.CheckName(target, "column name", given ?? property.Name, place);
        Location? docPlace = attribute is null ? null : Attributes.PlaceOf(attribute, "DocString");
        TableParser.CheckText(target, "docstring", docString, docPlace);
        drafts.Add(new ColumnDraft(property, given ?? property.Name, docString, type, jsonType));
        return true;
    }

    private static bool IsUnknown(ITypeSymbol type) =>
        type switch
        {
            { TypeKind: TypeKind.Error } => true,
            IArrayTypeSymbol array => IsUnknown(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
            _ => false,
        };
}
