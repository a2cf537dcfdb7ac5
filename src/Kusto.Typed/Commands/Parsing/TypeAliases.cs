using Kusto.Typed.Schema;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>The other names that the query language has for its types.</summary>
public static class TypeAliases
{
    private static readonly Dictionary<string, KustoType> s_aliases = new(StringComparer.Ordinal)
    {
        ["boolean"] = KustoType.Bool,
        ["date"] = KustoType.DateTime,
        ["double"] = KustoType.Real,
        ["float"] = KustoType.Real,
        ["int8"] = KustoType.Int,
        ["int16"] = KustoType.Int,
        ["int32"] = KustoType.Int,
        ["uint8"] = KustoType.Int,
        ["uint16"] = KustoType.Int,
        ["uint32"] = KustoType.Int,
        ["uint"] = KustoType.Int,
        ["int64"] = KustoType.Long,
        ["uint64"] = KustoType.Long,
        ["ulong"] = KustoType.Long,
        ["time"] = KustoType.TimeSpan,
        ["uniqueid"] = KustoType.Guid,
        ["uuid"] = KustoType.Guid,
    };

    /// <summary>Reads a type's canonical name or one of its aliases, case-sensitive.</summary>
    /// <returns>False where the name is neither.</returns>
    public static bool TryParse(string name, out KustoType type) =>
        KustoTypeNames.TryParse(name, out type) || s_aliases.TryGetValue(name, out type);

    /// <summary>The type's canonical name; the name itself where it is none of Kusto's.</summary>
    public static string Canonical(string name) => TryParse(name, out KustoType type) ? type.ToKusto() : name;
}
