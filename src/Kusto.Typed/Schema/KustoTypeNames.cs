namespace Kusto.Typed.Schema;

/// <summary>The names of the scalar types as commands and <c>.show</c> results spell them.</summary>
public static class KustoTypeNames
{
    private static readonly string[] s_names =
        ["", "bool", "datetime", "decimal", "dynamic", "guid", "int", "long", "real", "string", "timespan"];

    /// <summary>The canonical name, such as <c>datetime</c>; never one of the language's aliases.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is none of the ten types.</exception>
    public static string ToKusto(this KustoType type) =>
        type is >= KustoType.Bool and <= KustoType.TimeSpan
            ? s_names[(int)type]
            : throw new ArgumentOutOfRangeException(nameof(type), type, "This is none of Kusto's ten scalar types.");

    /// <summary>Reads a canonical name. Aliases such as <c>int64</c> are not known here.</summary>
    /// <returns>False where the name is none of the ten.</returns>
    public static bool TryParse(string name, out KustoType type)
    {
        int found = Array.IndexOf(s_names, name);
        type = (KustoType)Math.Max(found, 0);
        return found > 0;
    }
}
