using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Properties with <c>[KustoFlatten]</c>.</summary>
internal static class Flattening
{
    /// <summary>The property with the columns that come of it; null where none can, which is reported.</summary>
    public static MemberDraft? Parse(
        MemberScope scope,
        IPropertySymbol property,
        MemberPath path,
        AttributeData attribute,
        ColumnSettings settings,
        CancellationToken cancellationToken)
    {
        ITypeSymbol type = ColumnType.WithoutNull(property.Type);
        string? problem = Problem(property, type, path, settings);
        if (problem is null)
        {
            var named = (INamedTypeSymbol)type;
            string prefix = Attributes.Named(attribute, "Prefix") as string ?? DefaultPrefix(scope, property);
            MemberPath inside = path.Through(property, type, prefix);
            IReadOnlyList<MemberDraft>? members = MemberParser.Parse(scope, named, inside, cancellationToken);
            if (members is null or { Count: > 0 })
            {
                return members is null ? null : new FlattenedDraft(property, named, members);
            }

            problem = "has no public property that could be a column";
        }

        scope.Target.Report(
            DiagnosticDescriptors.FlattenNotPossible,
            Attributes.PlaceOfWhole(attribute),
            property.Name,
            SourceNames.ForPeople(property.Type),
            problem);
        return null;
    }

    private static string DefaultPrefix(MemberScope scope, IPropertySymbol property)
    {
        string name = scope.Naming.Of(property.Name);
        return scope.Naming.Separator is { } separator ? name + separator : name;
    }

    private static string? Problem(IPropertySymbol property, ITypeSymbol type, MemberPath path, ColumnSettings settings) =>
        type switch
        {
            _ when settings.IsPresent => "becomes several columns, so that [KustoColumn] has none to speak of",
            _ when Attributes.Has(property, KnownNames.KustoConverter) => "has a converter, by which it is one column",
            not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } => "is no class or struct",
            _ when Codecs.OfScalar(type) is not null => "is a column by itself",
            _ when UnsupportedTypes.IsEnumerable(type) => "is a collection",
            _ when path.Types.Contains(type, SymbolEqualityComparer.Default) => "contains itself",
            _ => null,
        };
}
