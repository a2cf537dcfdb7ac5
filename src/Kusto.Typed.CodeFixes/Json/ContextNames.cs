using Microsoft.CodeAnalysis;

namespace Kusto.Typed.CodeFixes.Json;

/// <summary>Names of contexts that are yet to be.</summary>
internal static class ContextNames
{
    /// <summary>A name that nothing in the namespace has yet: of StormEvent it is StormEventJson.</summary>
    public static string For(INamedTypeSymbol row)
    {
        string name = string.Concat(Levels(row).Reverse()) + "Json";
        string free = name;
        for (int number = 2; row.ContainingNamespace.GetMembers(free).Any(); number++)
        {
            free = name + number;
        }

        return free;
    }

    // With the types around it: rows of one name in two types have two contexts.
    private static IEnumerable<string> Levels(INamedTypeSymbol row)
    {
        for (INamedTypeSymbol? level = row; level is not null; level = level.ContainingType)
        {
            yield return level.Name;
        }
    }
}
