using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The properties of a type as columns, or as what columns come of.</summary>
internal static class MemberParser
{
    /// <summary>Parses all columns of a type.</summary>
    /// <returns>Null where a property is none; what is not the compiler's to report is reported.</returns>
    public static IReadOnlyList<MemberDraft>? Parse(
        MemberScope scope, INamedTypeSymbol type, MemberPath path, CancellationToken cancellationToken)
    {
        List<MemberDraft> members = [];
        bool isComplete = true;
        foreach (IPropertySymbol property in Properties.Of(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (path.IsRow && scope.Ignored.Contains(property.Name))
            {
                continue;
            }

            MemberDraft? member = ParseOne(scope, property, path, cancellationToken);
            isComplete &= member is not null;
            members.AddRange(member is null ? [] : [member]);
        }

        return isComplete ? members : null;
    }

    private static MemberDraft? ParseOne(
        MemberScope scope, IPropertySymbol property, MemberPath path, CancellationToken cancellationToken)
    {
        if (IsUnknown(property.Type))
        {
            return null;
        }

        ColumnSettings settings = ColumnSettings.Of(scope.Target, property, path);
        return Attributes.Find(property, KnownNames.KustoFlatten) is { } flatten
            ? Flattening.Parse(scope, property, path, flatten, settings, cancellationToken)
            : ParseColumn(scope, property, path, settings);
    }

    private static ColumnDraft? ParseColumn(
        MemberScope scope, IPropertySymbol property, MemberPath path, ColumnSettings settings)
    {
        if (ColumnTypeParser.Parse(scope, property, settings) is not { } type)
        {
            return null;
        }

        RowTarget target = scope.Target;
        string name = path.NamePrefix + (settings.Name ?? scope.Naming.Of(property.Name));
        Location? place = settings.Name is null ? Places.Name(property) : settings.PlaceOf();
        TableParser.CheckName(target, "column name", name, place);
        string? docString = scope.DocStringOf(property, settings);
        TableParser.CheckText(target, "docstring", docString, settings.PlaceOf("DocString"));
        AttributeData? renamed = Attributes.Find(property, KnownNames.KustoRenamedFrom);
        string? formerName = renamed is null ? null : Attributes.FirstText(renamed);
        if (formerName is not null)
        {
            TableParser.CheckName(target, "former name", formerName, Attributes.PlaceOf(renamed!));
        }

        ColumnDeclarationModel declared = new(
            docString,
            settings.Ordinal,
            ConstantValue: null,
            settings.Transform,
            settings.Encoding,
            formerName);
        ColumnRemarks.Report(scope, property, settings, type);
        Encodings.Check(target, property, settings, type);
        return new ColumnDraft(property, path, name, declared, type, settings);
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
