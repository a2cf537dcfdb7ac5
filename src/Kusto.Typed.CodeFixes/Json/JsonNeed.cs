using Kusto.Typed.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.CodeFixes.Json;

/// <summary>A type that a row's JSON context lacks.</summary>
/// <param name="Type">The type, without nullability.</param>
/// <param name="Row">The row type.</param>
/// <param name="Table">The row type's attribute.</param>
/// <param name="Context">Where the context that it names is declared; null: it names none.</param>
/// <param name="Compilation">What they are part of.</param>
internal sealed record JsonNeed(
    ITypeSymbol Type, INamedTypeSymbol Row, AttributeSyntax Table, SyntaxNode? Context, Compilation Compilation)
{
    /// <summary>What is missing at the place; null where nothing in this source can be changed to have it.</summary>
    public static JsonNeed? Of(FixPlace place, CancellationToken cancellationToken)
    {
        if (ColumnType(place) is not { } syntax
            || place.Model.GetTypeInfo(syntax, cancellationToken).Type is not { } type
            || place.Around<TypeDeclarationSyntax>() is not { } declaration
            || place.Model.GetDeclaredSymbol(declaration, cancellationToken) is not { } row
            || TableOf(row) is not { ApplicationSyntaxReference: { } reference } table
            || reference.GetSyntax(cancellationToken) is not AttributeSyntax attribute)
        {
            return null;
        }

        JsonNeed need = new(WithoutNull(type), row, attribute, Context: null, place.Model.Compilation);
        TypedConstant named = table.NamedArguments.FirstOrDefault(argument => argument.Key == "JsonContext").Value;
        if (named.Value is not ISymbol context)
        {
            // A context beside the row must be able to name the type.
            return need.Compilation.IsSymbolAccessibleWithin(need.Type, need.Compilation.Assembly) ? need : null;
        }

        return context.DeclaringSyntaxReferences.FirstOrDefault() is { } own
            ? need with { Context = own.GetSyntax(cancellationToken) }
            : null;
    }

    private static TypeSyntax? ColumnType(FixPlace place) =>
        place.Around<ParameterSyntax>()?.Type ?? place.Around<PropertyDeclarationSyntax>()?.Type;

    private static AttributeData? TableOf(INamedTypeSymbol row) =>
        row.GetAttributes().FirstOrDefault(attribute =>
            attribute.AttributeClass?.ToDisplayString() == KnownNames.KustoTable);

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.None);
}
