using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The constructors that a row may be made by, the best first.</summary>
internal static class Constructors
{
    /// <summary>The primary one, then the one without parameters, then those with the most parameters.</summary>
    public static IEnumerable<IMethodSymbol> Of(RowTarget target, INamedTypeSymbol type) =>
        type.InstanceConstructors
            .Where(constructor => !IsCopy(constructor) && constructor.Parameters.All(IsByValue))
            .Where(constructor => target.Compilation.IsSymbolAccessibleWithin(constructor, target.Type))
            .OrderBy(constructor => IsPrimary(constructor) ? 0 : constructor.Parameters.Length == 0 ? 1 : 2)
            .ThenByDescending(constructor => constructor.Parameters.Length);

    private static bool IsByValue(IParameterSymbol parameter) => parameter.RefKind is RefKind.None or RefKind.In;

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
        && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null });
}
