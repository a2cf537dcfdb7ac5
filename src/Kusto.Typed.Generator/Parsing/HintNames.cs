using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The names of generated files.</summary>
internal static class HintNames
{
    // Found once for all types of a namespace, which can be many; gone with the compilation they were found in.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> s_nearNamesakes = new();

    /// <summary>The full name of the type, with a hash where another differs from it in case alone.</summary>
    /// <remarks>The compiler takes no two files whose names differ so.</remarks>
    public static string Of(INamedTypeSymbol type)
    {
        List<string> parts = [];
        bool isAmbiguous = false;
        INamespaceOrTypeSymbol? part = type;
        while (part is not null and not INamespaceSymbol { IsGlobalNamespace: true })
        {
            parts.Insert(0, part.Name);
            isAmbiguous |= HasNearNamesake(part);
            part = (INamespaceOrTypeSymbol?)part.ContainingType ?? part.ContainingNamespace;
        }

        string name = string.Join(".", parts);
        return name + (isAmbiguous ? "." + Hash(name) : "") + ".g.cs";
    }

    private static bool HasNearNamesake(INamespaceOrTypeSymbol symbol) => s_nearNamesakes
        .GetValue((INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace, NearNamesakes)
        .Contains(symbol.Name);

    private static HashSet<string> NearNamesakes(INamespaceOrTypeSymbol container) => new(
        container.GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .Select(member => member.Name)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(alike => alike.Skip(1).Any())
            .SelectMany(alike => alike),
        StringComparer.Ordinal);

    // FNV-1a: string.GetHashCode differs from run to run.
    private static string Hash(string name)
    {
        uint hash = 2166136261;
        foreach (char character in name)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
