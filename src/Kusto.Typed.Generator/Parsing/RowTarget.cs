using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The type that is being parsed, and where what is wrong with it is gathered.</summary>
internal sealed class RowTarget(
    INamedTypeSymbol type,
    INamedTypeSymbol row,
    TypeDeclarationSyntax syntax,
    AttributeData attribute,
    Compilation compilation,
    bool hearsRemarks)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The type that is added to.</summary>
    public INamedTypeSymbol Type { get; } = type;

    /// <summary>The type of the rows: the same, or the one that a map is for.</summary>
    public INamedTypeSymbol Row { get; } = row;

    /// <summary>True where the type is a map for rows of another.</summary>
    public bool IsMap => !SymbolEqualityComparer.Default.Equals(Type, Row);

    public TypeDeclarationSyntax Syntax { get; } = syntax;

    public AttributeData Attribute { get; } = attribute;

    public Compilation Compilation { get; } = compilation;

    public Location Identifier => Syntax.Identifier.GetLocation();

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>True where something keeps the type from being a row; remarks and warnings do not.</summary>
    public bool HasErrors => _diagnostics.Exists(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>Reports at the place, or at the type's name where the place lies in another assembly.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location? place, params string[] arguments) =>
        Report(descriptor, place, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>The same, with what a code fix needs to know.</summary>
    public void Report(
        DiagnosticDescriptor descriptor,
        Location? place,
        ImmutableDictionary<string, string?> properties,
        params string[] arguments)
    {
        // The generator reports errors alone: what a generator says costs the compiler at every keystroke, and an
        // analyzer says the rest in its own time.
        if (hearsRemarks || descriptor.DefaultSeverity == DiagnosticSeverity.Error)
        {
            _diagnostics.Add(Diagnostic.Create(
                descriptor,
                place is { IsInSource: true } ? place : Identifier,
                properties,
                [.. arguments.Select(Places.Shown)]));
        }
    }
}
