using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Properties that become columns by a converter of the user's.</summary>
internal static class Converters
{
    /// <summary>The column's type; null where the converter does not fit, which is reported.</summary>
    public static ColumnType? Parse(
        RowTarget target, IPropertySymbol property, AttributeData attribute, ColumnSettings settings)
    {
        ITypeSymbol value = ColumnType.WithoutNull(property.Type);
        var converter = attribute.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol;
        if (converter is null or { TypeKind: TypeKind.Error })
        {
            return null;
        }

        INamedTypeSymbol? contract = converter.AllInterfaces.FirstOrDefault(candidate =>
            candidate.OriginalDefinition.ToDisplayString() == KnownNames.ConverterInterface
            && target.Compilation.ClassifyConversion(candidate.TypeArguments[0], value).IsIdentity);
        ITypeSymbol? field = contract is null ? null : ColumnType.WithoutNull(contract.TypeArguments[1]);
        CodecModel? codec = field is null ? null : Codecs.OfScalar(field);
        string? problem = contract is null
                ? $"does not implement IKustoConverter<{SourceNames.Short(value)}, …>"
            : codec is null || ColumnType.TakesNull(contract.TypeArguments[1])
                ? $"gives a '{SourceNames.ForPeople(contract.TypeArguments[1])}', which is no scalar type without a null"
            : settings.Type is not null || settings.Transform != KustoTransform.None
                ? "decides the column's type, so that Type and Transform have no say"
            : !HasPublicMethods(converter, contract)
                ? "implements the methods explicitly, so that they cannot be called by its name; make them public"
            : null;
        if (problem is null)
        {
            return new ColumnType(codec!, ColumnType.TakesNull(property.Type), value)
            {
                Converter = new ConverterModel(SourceNames.Type(converter), SourceNames.Type(field!)),
            };
        }

        target.Report(
            DiagnosticDescriptors.ConverterDoesNotFit,
            Attributes.PlaceOfArgument(attribute, 0),
            property.Name,
            SourceNames.ForPeople(property.Type),
            SourceNames.ForPeople(converter),
            problem);
        return null;
    }

    private static bool HasPublicMethods(INamedTypeSymbol converter, INamedTypeSymbol contract) =>
        contract.GetMembers().OfType<IMethodSymbol>().All(method =>
            converter.FindImplementationForInterfaceMember(method) is IMethodSymbol
            {
                MethodKind: MethodKind.Ordinary,
                DeclaredAccessibility: Microsoft.CodeAnalysis.Accessibility.Public,
            });
}
