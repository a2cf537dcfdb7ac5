using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>How the values of a property become a column.</summary>
/// <param name="Codec">The calls that write and read.</param>
/// <param name="IsNullable">True where the property takes a null.</param>
/// <param name="Underlying">The type without its nullability.</param>
internal sealed record ColumnType(CodecModel Codec, bool IsNullable, ITypeSymbol Underlying)
{
    private const string SqlNull = "global::System.Data.SqlTypes.SqlDecimal.Null";

    /// <summary>The name of the metadata that values are JSON by; null where they need none.</summary>
    public string? JsonType { get; init; }

    /// <summary>The converter in between; null: none.</summary>
    public ConverterModel? Converter { get; init; }

    /// <summary>What a null field reads as where null is taken; null: the reader decides.</summary>
    public string? WhenNull =>
        !IsNullable ? WhenNullRefused
        : Converter is not null ? "null"
        : Codec.ReadsEmpty ? null
        : Codecs.IsNumbersMemory(Underlying) ? $"default({SourceNames.Type(Underlying)}?)"
        : "null";

    /// <summary>What a null field reads as where no null is taken.</summary>
    public string? WhenNullRefused => Codec.Read == "ReadSqlDecimal" && Converter is null ? SqlNull : null;

    /// <summary>True where a value of the type may be null; references without annotations may.</summary>
    public static bool TakesNull(ITypeSymbol type) =>
        type.IsReferenceType
            ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
            : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type without its nullability.</summary>
    public static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
}
