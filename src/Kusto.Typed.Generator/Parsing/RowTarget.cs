using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The type that is being parsed, and where what is wrong with it is gathered.</summary>
internal sealed class RowTarget(
    INamedTypeSymbol type, TypeDeclarationSyntax syntax, AttributeData attribute, Compilation compilation)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public INamedTypeSymbol Type { get; } = type;

    public TypeDeclarationSyntax Syntax { get; } = syntax;

    public AttributeData Attribute { get; } = attribute;

    public Compilation Compilation { get; } = compilation;

    public Location Identifier => Syntax.Identifier.GetLocation();

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Reports at the place, or at the type's name where the place lies in another assembly.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location? place, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.Create(
            descriptor,
            place is { IsInSource: true } ? place : Identifier,
            [.. arguments.Select(Shown)]));

    // A console shows a message up to its first line end.
    private static string Shown(string argument) => SymbolDisplay.FormatLiteral(argument, quote: false);
}
