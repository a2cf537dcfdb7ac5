using System.Globalization;
using System.Text;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Makes C# identifiers of the names that tables and columns have.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const",
        "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern",
        "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
        "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override",
        "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof",
        "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint",
        "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    // Members that every record has, or that its attributes name.
    private static readonly HashSet<string> s_members = new(StringComparer.Ordinal)
    {
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "KustoEncoding",
        "KustoTransform", "KustoType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
    };

    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "DateTime", "Guid", "JsonElement", "System", "TimeSpan",
    };

    /// <summary>Whether a word can stand as the name of a type.</summary>
    public static bool IsIdentifier(string word) => IsPlain(word) && !s_keywords.Contains(word);

    /// <summary>The name of the record for a table.</summary>
    public static string OfType(string table)
    {
        string name = Plain(table);
        // Names in small letters alone are the language's own.
        name = char.ToUpperInvariant(name[0]) + name[1..];
        return s_types.Contains(name) || name.StartsWith("Kusto", StringComparison.Ordinal) ? name + "Row" : name;
    }

    /// <summary>The name of the property for a column, without the sign that keywords want before them.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="type">The record's name, which none of its properties can have.</param>
    /// <param name="used">The names that are taken; the new one joins them.</param>
    public static string OfProperty(string column, string type, HashSet<string> used)
    {
        string name = Plain(column);
        bool isTaken = name == type || s_members.Contains(name) || IsAccessor(name);
        string wanted = isTaken ? name + "Value" : name;
        name = wanted;
        for (int number = 2; !used.Add(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>The name as it stands in source.</summary>
    public static string InSource(string name) => s_keywords.Contains(name) ? "@" + name : name;

    // A property makes methods of these names for itself.
    private static bool IsAccessor(string name) =>
        name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal)
        || name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsPlain(string word) =>
        word.Length > 0 && IsLetter(word[0]) && word.All(character => IsLetter(character) || IsDigit(character));

    // The words between what cannot stand in an identifier, each with a capital.
    private static string Plain(string name)
    {
        if (IsPlain(name))
        {
            return name;
        }

        StringBuilder plain = new();
        bool isStart = true;
        foreach (char character in name)
        {
            bool stays = IsLetter(character) || IsDigit(character);
            if (stays)
            {
                plain.Append(isStart ? char.ToUpperInvariant(character) : character);
            }

            isStart = !stays;
        }

        return plain.Length == 0 || !IsLetter(plain[0]) ? "_" + plain : plain.ToString();
    }

    private static bool IsLetter(char character) => char.IsLetter(character) || character == '_';

    private static bool IsDigit(char character) =>
        char.GetUnicodeCategory(character) == UnicodeCategory.DecimalDigitNumber;
}
