using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>What <c>[KustoColumn]</c> says, or <c>[KustoColumnOf]</c> on a map, and where.</summary>
internal sealed class ColumnSettings
{
    private readonly AttributeData? _attribute;
    private readonly int _nameArgument;

    private ColumnSettings(AttributeData? attribute, int nameArgument)
    {
        _attribute = attribute;
        _nameArgument = nameArgument;
    }

    /// <summary>True where there is such an attribute.</summary>
    public bool IsPresent => _attribute is not null;

    /// <summary>The name that is given; null: none.</summary>
    public string? Name =>
        _attribute?.ConstructorArguments.Length > _nameArgument
            ? _attribute.ConstructorArguments[_nameArgument].Value as string
            : null;

    public string? DocString => Find("DocString") as string;

    /// <summary>The column's type; null: none is given.</summary>
    public KustoType? Type => Number("Type") is var number and not 0 ? (KustoType)number : null;

    public int Order => Number("Order");

    /// <summary>The ordinal; null: none is given.</summary>
    public int? Ordinal => Find("Ordinal") as int?;

    public KustoTransform Transform => (KustoTransform)Number("Transform");

    public KustoEncoding Encoding => (KustoEncoding)Number("Encoding");

    public KustoDateTimeKind DateTimeKind => (KustoDateTimeKind)Number("DateTimeKind");

    public KustoNaN NaN => (KustoNaN)Number("NaN");

    public static ColumnSettings Of(RowTarget target, IPropertySymbol property, MemberPath path)
    {
        AttributeData? own = Attributes.Find(property, KnownNames.KustoColumn);
        AttributeData? onMap = path.IsRow && target.IsMap
            ? target.Type.GetAttributes().FirstOrDefault(attribute =>
                attribute.AttributeClass?.ToDisplayString() == KnownNames.KustoColumnOf
                && Attributes.FirstText(attribute) == property.Name)
            : null;
        return onMap is null ? new ColumnSettings(own, nameArgument: 0) : new ColumnSettings(onMap, nameArgument: 1);
    }

    /// <summary>Where the value of an argument stands, or the name where none is named.</summary>
    public Location? PlaceOf(string? argument = null) =>
        _attribute is null ? null
        : argument is null && Name is not null ? Attributes.PlaceOfArgument(_attribute, _nameArgument)
        : Attributes.PlaceOf(_attribute, argument);

    private object? Find(string name) => _attribute is null ? null : Attributes.Named(_attribute, name);

    private int Number(string name) => Find(name) as int? ?? 0;
}
