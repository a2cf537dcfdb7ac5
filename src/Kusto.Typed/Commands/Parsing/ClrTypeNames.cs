using Kusto.Typed.Schema;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>The .NET names by which the service's schema calls its types where it does not give its own.</summary>
internal static class ClrTypeNames
{
    /// <summary>The names, each with Kusto's.</summary>
    public static IReadOnlyDictionary<string, KustoType> All { get; } = new Dictionary<string, KustoType>(StringComparer.Ordinal)
    {
        ["System.SByte"] = KustoType.Bool,
        ["System.Boolean"] = KustoType.Bool,
        ["System.DateTime"] = KustoType.DateTime,
        ["System.Data.SqlTypes.SqlDecimal"] = KustoType.Decimal,
        ["System.Object"] = KustoType.Dynamic,
        ["System.Guid"] = KustoType.Guid,
        ["System.Int32"] = KustoType.Int,
        ["System.Int64"] = KustoType.Long,
        ["System.Double"] = KustoType.Real,
        ["System.String"] = KustoType.String,
        ["System.TimeSpan"] = KustoType.TimeSpan,
    };

    /// <returns>Kusto's name; the name as it is where it is none of these.</returns>
    public static string ToKusto(string name) => All.TryGetValue(name, out KustoType type) ? type.ToKusto() : name;
}
