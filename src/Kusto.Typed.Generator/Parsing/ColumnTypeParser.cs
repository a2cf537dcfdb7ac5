using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The type of a property, and what its attribute says of it, as a column's type.</summary>
internal static class ColumnTypeParser
{
    /// <summary>The column's type; null where there is none, which is reported.</summary>
    public static ColumnType? Parse(RowTarget target, IPropertySymbol property, AttributeData? attribute)
    {
        ITypeSymbol underlying = ColumnType.WithoutNull(property.Type);
        if (UnsupportedTypes.Advice(underlying) is { } advice)
        {
            target.Report(
                DiagnosticDescriptors.ColumnTypeNotSupported,
                Places.Type(property),
                property.Name,
                SourceNames.ForPeople(property.Type),
                advice);
            return null;
        }

        CodecModel codec = underlying.TypeKind == TypeKind.Enum
            ? Codecs.OfEnum(underlying)
            : Codecs.OfScalar(underlying) ?? Codecs.Json;
        object? asked = attribute is null ? null : Attributes.Named(attribute, "Type");
        if (asked is int number && number != 0 && (KustoType)number != codec.Type)
        {
            if (Override(codec, underlying, (KustoType)number) is not { } other)
            {
                ReportOverride(target, property, attribute!, codec, (KustoType)number);
                return null;
            }

            codec = other;
        }

        return new ColumnType(codec, ColumnType.TakesNull(property.Type), underlying);
    }

    private static CodecModel? Override(CodecModel codec, ITypeSymbol type, KustoType asked) =>
        (type, asked) switch
        {
            (INamedTypeSymbol { EnumUnderlyingType: { } number }, _) =>
                FitsEnum(number.SpecialType, asked) ? Codecs.OfEnumNumber(type, asked) : null,
            ({ SpecialType: SpecialType.System_String }, KustoType.Dynamic) => Codecs.JsonText,
            ({ SpecialType: SpecialType.System_UInt64 }, KustoType.Long) => Codecs.AsLong(codec),
            (_, KustoType.Long) when codec.Type == KustoType.Int => Codecs.AsLong(codec),
            _ => null,
        };

    private static bool FitsEnum(SpecialType number, KustoType asked) =>
        asked switch
        {
            KustoType.Int => number
                is not (SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64),
            KustoType.Long => number is not SpecialType.System_UInt64,
            _ => false,
        };

    private static void ReportOverride(
        RowTarget target, IPropertySymbol property, AttributeData attribute, CodecModel codec, KustoType asked)
    {
        bool isKnown = asked is >= KustoType.Bool and <= KustoType.TimeSpan;
        target.Report(
            DiagnosticDescriptors.OverrideNotPossible,
            Attributes.PlaceOf(attribute, "Type"),
            property.Name,
            SourceNames.ForPeople(property.Type),
            isKnown ? asked.ToKusto() : $"{(int)asked} (no Kusto type)",
            $"without Type it is a {codec.Type.ToKusto()}; remove Type or change the property's type");
    }
}
