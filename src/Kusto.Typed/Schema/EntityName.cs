namespace Kusto.Typed.Schema;

/// <summary>What Kusto documents of the names of tables, columns and mappings.</summary>
/// <remarks>
/// Source: "Entity names" in the Kusto documentation. 1 to 1024 characters: letters, digits, <c>_</c>, blank,
/// <c>.</c> and <c>-</c>. Names that begin or end with two underscores are the service's own.
/// </remarks>
public static class EntityName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 1024;

    /// <summary>Says what is wrong with a name; null where nothing is.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0)
        {
            return "it is empty";
        }

        if (name.Length > MaxLength)
        {
            return $"it has {name.Length} characters and a name takes {MaxLength}";
        }

        foreach (char character in name)
        {
            if (!(char.IsLetterOrDigit(character) || character is '_' or ' ' or '.' or '-'))
            {
                return $"it contains U+{(int)character:X4}; a name takes letters, digits, '_', ' ', '.' and '-'";
            }
        }

        return name.StartsWith("__", StringComparison.Ordinal) || name.EndsWith("__", StringComparison.Ordinal)
            ? "names that begin or end with two underscores are reserved by the service"
            : null;
    }
}
