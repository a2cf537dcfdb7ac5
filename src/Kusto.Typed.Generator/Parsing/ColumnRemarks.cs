using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>What a column's type does to values, and its author may not expect.</summary>
internal static class ColumnRemarks
{
    public static void Report(MemberScope scope, IPropertySymbol property, ColumnSettings settings, ColumnType type)
    {
        RowTarget target = scope.Target;
        DiagnosticDescriptor? remark = type.Converter is null ? OfType(scope, property, settings, type) : null;
        if (remark is not null)
        {
            bool isAsked = remark.Id == DiagnosticDescriptors.UnsignedBeyondLong.Id;
            target.Report(remark, isAsked ? settings.PlaceOf("Type") : Places.Type(property), property.Name);
        }

        if (settings.DateTimeKind != KustoDateTimeKind.Default && !IsDateTime(type))
        {
            ReportWithoutEffect(target, property, settings, "DateTimeKind", "a DateTime");
        }

        if (settings.NaN != KustoNaN.Value && !type.Codec.Write.Contains("Real"))
        {
            ReportWithoutEffect(target, property, settings, "NaN", "a double, float or Half");
        }
    }

    private static DiagnosticDescriptor? OfType(
        MemberScope scope, IPropertySymbol property, ColumnSettings settings, ColumnType type) => type.Codec.Read switch
        {
            "ReadDateTime" when scope.TimeOf(settings) == KustoDateTimeKind.Default => DiagnosticDescriptors.TimeOfUnknownKind,
            "ReadDateTimeOffset" => DiagnosticDescriptors.OffsetLost,
            "ReadSqlDecimal" => DiagnosticDescriptors.DecimalDigits,
            "ReadUInt64" when type.Codec.Type == KustoType.Long => DiagnosticDescriptors.UnsignedBeyondLong,
            "ReadSingles" or "ReadDoubles" => DiagnosticDescriptors.JsonLacksNaN,
            "ReadString" when property.Type.NullableAnnotation == NullableAnnotation.Annotated =>
                DiagnosticDescriptors.NullReadsEmpty,
            _ => null,
        };

    private static bool IsDateTime(ColumnType type) => type.Codec.Read == "ReadDateTime" && type.Converter is null;

    private static void ReportWithoutEffect(
        RowTarget target, IPropertySymbol property, ColumnSettings settings, string argument, string wanted) =>
        target.Report(
            DiagnosticDescriptors.WithoutEffect,
            settings.PlaceOf(argument),
            argument,
            $"'{property.Name}' is no property of {wanted}",
            "remove it");
}
