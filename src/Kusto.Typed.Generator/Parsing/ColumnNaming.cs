using System.Text;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Names of properties as names of columns.</summary>
internal sealed class ColumnNaming(KustoNaming policy)
{
    /// <summary>What stands between a prefix and a name; null: nothing does.</summary>
    public string? Separator => policy == KustoNaming.SnakeCase ? "_" : null;

    public string Of(string name) => policy switch
    {
        KustoNaming.CamelCase => Camel(name),
        KustoNaming.SnakeCase => Snake(name),
        _ => name,
    };

    // The capitals that a name begins with become small, but the one that begins its second word: URL, urlPath.
    private static string Camel(string name)
    {
        char[] letters = name.ToCharArray();
        for (int place = 0; place < letters.Length && char.IsUpper(letters[place]); place++)
        {
            bool beginsWord = place > 0 && place + 1 < letters.Length && !char.IsUpper(letters[place + 1]);
            if (beginsWord)
            {
                break;
            }

            letters[place] = char.ToLowerInvariant(letters[place]);
        }

        return new string(letters);
    }

    private static string Snake(string name)
    {
        StringBuilder snake = new();
        for (int place = 0; place < name.Length; place++)
        {
            if (place > 0 && name[place - 1] != '_' && BeginsWord(name, place))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[place]));
        }

        return snake.ToString();
    }

    private static bool BeginsWord(string name, int place) =>
        char.IsUpper(name[place])
        && (!char.IsUpper(name[place - 1]) || (place + 1 < name.Length && char.IsLower(name[place + 1])));
}
