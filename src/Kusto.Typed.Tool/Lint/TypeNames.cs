using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Lint;

/// <summary>The names that a mapping may give a type.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, KustoType> s_dotnet = new(StringComparer.OrdinalIgnoreCase)
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

    /// <summary>The ten names, for a message.</summary>
    public static string All { get; } =
        string.Join(", ", Enum.GetValues<KustoType>().Where(type => type != default).Select(type => type.ToKusto()));

    /// <summary>Reads a type as mappings have it: Kusto's names, aliases, and those of .NET that <c>.show</c> answers.</summary>
    public static bool TryParse(string name, out KustoType type) =>
        TypeAliases.TryParse(name.ToLowerInvariant(), out type) || s_dotnet.TryGetValue(name, out type);
}
