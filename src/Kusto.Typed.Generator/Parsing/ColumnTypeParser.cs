using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The type of a property, and what its attributes say of it, as a column's type.</summary>
internal static class ColumnTypeParser
{
    /// <summary>The column's type; null where there is none, which is reported.</summary>
    public static ColumnType? Parse(MemberScope scope, IPropertySymbol property, ColumnSettings settings)
    {
        if (Attributes.Find(property, KnownNames.KustoConverter) is { } converter)
        {
            return Converters.Parse(scope.Target, property, converter, settings);
        }

        ITypeSymbol underlying = ColumnType.WithoutNull(property.Type);
        CodecModel? known = underlying.TypeKind == TypeKind.Enum ? Codecs.OfEnum(underlying) : Codecs.OfScalar(underlying);
        if (known is null && UnsupportedTypes.Advice(underlying) is { } advice)
        {
            scope.Target.Report(
                DiagnosticDescriptors.ColumnTypeNotSupported,
                Places.Type(property),
                property.Name,
                SourceNames.ForPeople(property.Type),
                advice);
            return null;
        }

        CodecModel codec = known ?? Codecs.Json;
        if (Transformed(scope.Target, property, settings, codec) is not { } transformed
            || Overridden(scope.Target, property, settings, transformed, underlying) is not { } own)
        {
            return null;
        }

        ColumnType type = new(
            Adjusted(own, scope, settings), ColumnType.TakesNull(property.Type), underlying);
        return type.Codec == Codecs.Json ? WithMetadata(scope, property, type) : type;
    }

    private static ColumnType? WithMetadata(MemberScope scope, IPropertySymbol property, ColumnType type) =>
        scope.Json.TryAdd(scope.Target, property, type.Underlying, out string? name) ? type with { JsonType = name } : null;

    private static CodecModel? Transformed(
        RowTarget target, IPropertySymbol property, ColumnSettings settings, CodecModel codec)
    {
        KustoTransform transform = settings.Transform;
        if (transform == KustoTransform.None)
        {
            return codec;
        }

        if (Transforms.Problem(transform, codec) is not { } problem)
        {
            return Codecs.OfUnixTime(transform);
        }

        target.Report(
            DiagnosticDescriptors.TransformNotPossible,
            settings.PlaceOf("Transform"),
            property.Name,
            transform.ToString(),
            problem.Found,
            problem.Advice);
        return null;
    }

    private static CodecModel? Overridden(
        RowTarget target, IPropertySymbol property, ColumnSettings settings, CodecModel codec, ITypeSymbol underlying)
    {
        if (settings.Type is not { } asked || asked == codec.Type)
        {
            return codec;
        }

        CodecModel? other = Override(codec, underlying, asked);
        if (other is null)
        {
            ReportOverride(target, property, settings, codec, asked);
        }

        return other;
    }

    private static CodecModel Adjusted(CodecModel codec, MemberScope scope, ColumnSettings settings) => codec.Write switch
    {
        "WriteDateTime" when codec.Read == "ReadDateTime" => codec with { Write = scope.TimeOf(settings) switch
        {
            KustoDateTimeKind.Local => "WriteLocalDateTime",
            KustoDateTimeKind.Refuse => "WriteStrictDateTime",
            _ => codec.Write,
        } },
        "WriteReal" => codec with { Write = settings.NaN switch
        {
            KustoNaN.Null => "WriteRealOrNull",
            KustoNaN.Refuse => "WriteFiniteReal",
            _ => codec.Write,
        } },
        _ => codec,
    };

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
        RowTarget target, IPropertySymbol property, ColumnSettings settings, CodecModel codec, KustoType asked)
    {
        bool isKnown = asked is >= KustoType.Bool and <= KustoType.TimeSpan;
        target.Report(
            DiagnosticDescriptors.OverrideNotPossible,
            settings.PlaceOf("Type"),
            property.Name,
            SourceNames.ForPeople(property.Type),
            isKnown ? asked.ToKusto() : $"{(int)asked} (no Kusto type)",
            $"without Type it is a {codec.Type.ToKusto()}; remove Type or change the property's type");
    }
}
