using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>How a property is come by from a row.</summary>
/// <param name="Expression">What stands before the point, such as <c>row</c> or <c>row.Address?</c>.</param>
/// <param name="IsNullable">True where it may be null.</param>
/// <param name="NamePrefix">What stands before the names of columns.</param>
/// <param name="ConstantPrefix">What stands before the names of constants.</param>
/// <param name="Types">The types on the way, the row's own first.</param>
internal sealed record MemberPath(
    string Expression, bool IsNullable, string NamePrefix, string ConstantPrefix, IReadOnlyList<ITypeSymbol> Types)
{
    public static MemberPath Of(ITypeSymbol row) => new("row", IsNullable: false, "", "", [row]);

    /// <summary>True for the properties of the row itself.</summary>
    public bool IsRow => Types.Count == 1;

    /// <summary>The way through a flattened property.</summary>
    public MemberPath Through(IPropertySymbol property, ITypeSymbol type, string namePrefix)
    {
        bool isNullable = ColumnType.TakesNull(property.Type);
        return new MemberPath(
            $"{Expression}.{SourceNames.Identifier(property.Name)}{(isNullable ? "?" : "")}",
            IsNullable || isNullable,
            NamePrefix + namePrefix,
            ConstantPrefix + property.Name,
            [.. Types, type]);
    }
}
