using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Where in the source something stands; null where it has no source.</summary>
internal static class Places
{
    public static Location? Name(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource);

    /// <summary>The type of a property, or of the parameter that makes the property.</summary>
    public static Location? Type(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax declaration => declaration.Type.GetLocation(),
            ParameterSyntax { Type: { } type } => type.GetLocation(),
            _ => Name(property),
        };

    /// <summary>A text as a message shows it: a console shows a message up to its first line end.</summary>
    public static string Shown(string text) => SymbolDisplay.FormatLiteral(text, quote: false);
}
