namespace Kusto.Typed.Commands.Parsing;

/// <summary>The columns of a <c>cslschema</c> text.</summary>
internal static class CslColumns
{
    /// <summary>The declarations between the commas, where a comma in a quoted name is none.</summary>
    public static IEnumerable<string> Split(string text)
    {
        int start = 0;
        char? quote = null;
        for (int place = 0; place < text.Length; place++)
        {
            char character = text[place];
            if (quote is not null)
            {
                quote = character == quote && text[place - 1] != '\\' ? null : quote;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character == ',')
            {
                yield return text[start..place];
                start = place + 1;
            }
        }

        yield return text[start..];
    }

    /// <summary>The name without brackets and quotes, if it has them.</summary>
    public static string Unquoted(string name) =>
        name is ['[', ('\'' or '"') and var open, .., var close, ']'] && name.Length > 4 && open == close ? name[2..^2] : name;
}
