using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The properties that are columns, in the order of the columns.</summary>
internal static class Properties
{
    /// <summary>
    /// Those of base types first, then source order; what is overridden or hidden keeps its place and gives its
    /// attributes and type to the one that replaces it.
    /// </summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        List<IPropertySymbol> properties = [];
        foreach (INamedTypeSymbol level in LevelsFromBase(type))
        {
            foreach (IPropertySymbol property in level.GetMembers().OfType<IPropertySymbol>().Where(IsReadable))
            {
                int replaced = properties.FindIndex(earlier => earlier.Name == property.Name);
                if (replaced < 0)
                {
                    properties.Add(property);
                }
                else
                {
                    properties[replaced] = property;
                }
            }
        }

        return properties.Where(IsNotIgnored);
    }

    /// <summary>True where a property, for itself, is one to be written.</summary>
    public static bool IsColumn(IPropertySymbol property) => IsReadable(property) && IsNotIgnored(property);

    public static IEnumerable<INamedTypeSymbol> LevelsFromBase(INamedTypeSymbol type)
    {
        Stack<INamedTypeSymbol> levels = [];
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            levels.Push(level);
        }

        return levels;
    }

    private static bool IsNotIgnored(IPropertySymbol property) => !Attributes.Has(property, KnownNames.KustoIgnore);

    private static bool IsReadable(IPropertySymbol property) =>
        property is
        {
            IsStatic: false,
            IsIndexer: false,
            DeclaredAccessibility: Microsoft.CodeAnalysis.Accessibility.Public,
        }
        && Getter(property)?.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public;

    // An override may declare the setter alone: it has the getter of what it overrides.
    private static IMethodSymbol? Getter(IPropertySymbol property) =>
        property.GetMethod ?? (property.OverriddenProperty is { } overridden ? Getter(overridden) : null);
}
