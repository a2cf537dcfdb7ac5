using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Lint;

/// <summary>The names that a mapping may give a type.</summary>
internal static class TypeNames
{
    // Mappings have them in any case.
    private static readonly Dictionary<string, KustoType> s_dotnet = new(ClrTypeNames.All, StringComparer.OrdinalIgnoreCase);

    /// <summary>The ten names, for a message.</summary>
    public static string All { get; } =
        string.Join(", ", Enum.GetValues<KustoType>().Where(type => type != default).Select(type => type.ToKusto()));

    /// <summary>Reads a type as mappings have it: Kusto's names, aliases, and those of .NET that <c>.show</c> answers.</summary>
    public static bool TryParse(string name, out KustoType type) =>
        TypeAliases.TryParse(name.ToLowerInvariant(), out type) || s_dotnet.TryGetValue(name, out type);
}
