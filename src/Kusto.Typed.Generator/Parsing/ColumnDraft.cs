using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>A column while neither its place nor how its property is set is known.</summary>
internal sealed class ColumnDraft(
    IPropertySymbol property,
    MemberPath path,
    string name,
    ColumnDeclarationModel declared,
    ColumnType type,
    ColumnSettings settings)
    : MemberDraft(property)
{
    public MemberPath Path { get; } = path;

    public string Name { get; } = name;

    public ColumnType Type { get; } = type;

    public ColumnSettings Settings { get; } = settings;

    /// <summary>The name of the constant that holds the column's name.</summary>
    public string Constant => Path.ConstantPrefix + Property.Name;

    /// <summary>The place of the column among all.</summary>
    public int Position { get; set; }

    /// <summary>The place of its field in the record.</summary>
    public int Ordinal { get; set; }

    /// <summary>The place of the field as it is declared; null: behind the field before it.</summary>
    public int? DeclaredOrdinal => declared.Ordinal;

    /// <summary>The name that the column had before; null: no other.</summary>
    public string? FormerName => declared.RenamedFrom;

    public ColumnModel ToModel()
    {
        FieldModel field = new(
            Ordinal,
            $"{Path.Expression}.{SourceNames.Identifier(Property.Name)}",
            Type.Codec,
            Type.IsNullable || Path.IsNullable,
            TakesNull ? Type.WhenNull : Type.WhenNullRefused,
            Type.JsonType,
            Type.Converter);
        return new ColumnModel(Name, SourceNames.Identifier(Constant), Type.Codec.Type, declared, field);
    }

    // The constructor's word counts as well as the property's: both get the value.
    private bool TakesNull =>
        !Attributes.Has(Property, KnownNames.DisallowNull)
        && (Parameter is null
            || (ColumnType.TakesNull(Parameter.Type) && !Attributes.Has(Parameter, KnownNames.DisallowNull)));
}
