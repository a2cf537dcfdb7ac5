using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>A column while it is not yet known how its property is set.</summary>
internal sealed class ColumnDraft(
    IPropertySymbol property, string name, string? docString, ColumnType type, string? jsonType)
{
    public IPropertySymbol Property { get; } = property;

    public string Name { get; } = name;

    /// <summary>The constructor's parameter that takes the value; null: none.</summary>
    public IParameterSymbol? Parameter { get; set; }

    public bool IsInitialized { get; set; }

    public bool IsObsolete =>
        Attributes.Has(Property, KnownNames.Obsolete) || Attributes.Has(Property.Type, KnownNames.Obsolete);

    public ColumnModel ToModel() =>
        new(
            Name,
            SourceNames.Identifier(Property.Name),
            docString,
            type.Codec,
            type.IsNullable,
            TakesNull ? type.WhenNull : type.WhenNullRefused,
            Parameter is null ? null : SourceNames.Identifier(Parameter.Name),
            IsInitialized,
            jsonType);

    // The constructor's word counts as well as the property's: both get the value.
    private bool TakesNull =>
        !Attributes.Has(Property, KnownNames.DisallowNull)
        && (Parameter is null
            || (ColumnType.TakesNull(Parameter.Type) && !Attributes.Has(Parameter, KnownNames.DisallowNull)));
}
