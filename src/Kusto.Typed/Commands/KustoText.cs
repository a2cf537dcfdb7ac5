using System.Globalization;
using System.Text;

namespace Kusto.Typed.Commands;

/// <summary>Names and literals of the command language, quoted so that no text can leave its place.</summary>
/// <remarks>
/// Comments end at CR, LF, U+2028 and U+2029 and scripts are split by lines, so none of those ever stands raw in what
/// is written here: a command is one line.
/// </remarks>
public static class KustoText
{
    /// <summary>A name in brackets, <c>['State']</c>: legal wherever a name is, keyword or not.</summary>
    /// <exception cref="ArgumentException">The name contains half of a surrogate pair.</exception>
    public static string Name(string name) => Append(new StringBuilder("["), name, '\'').Append(']').ToString();

    /// <summary>A string literal in double quotes.</summary>
    /// <exception cref="ArgumentException">The text contains half of a surrogate pair.</exception>
    public static string Literal(string text) => Append(new StringBuilder(), text, '"').ToString();

    /// <summary>A string literal in single quotes, in which the quotes of JSON need no escape.</summary>
    /// <exception cref="ArgumentException">The text contains half of a surrogate pair.</exception>
    public static string JsonLiteral(string json) => Append(new StringBuilder(), json, '\'').ToString();

    private static StringBuilder Append(StringBuilder command, string text, char quote)
    {
        command.Append(quote);
        for (int place = 0; place < text.Length; place++)
        {
            char character = text[place];
            if (char.IsSurrogate(character))
            {
                bool paired = char.IsHighSurrogate(character)
                    && place + 1 < text.Length
                    && char.IsLowSurrogate(text[place + 1]);
                if (!paired)
                {
                    throw new ArgumentException(
                        $"The text contains half of a surrogate pair (U+{(int)character:X4} at {place}), which UTF-8 has no form for.",
                        nameof(text));
                }

                command.Append(character).Append(text[++place]);
            }
            else
            {
                AppendEscaped(command, character, quote);
            }
        }

        return command.Append(quote);
    }

    private static void AppendEscaped(StringBuilder command, char character, char quote)
    {
        if (character == '\\' || character == quote || (character == '\'' && quote == '"'))
        {
            command.Append('\\').Append(character);
        }
        else if (character is '\n' or '\r' or '\t')
        {
            command.Append('\\').Append(character switch { '\n' => 'n', '\r' => 'r', _ => 't' });
        }
        else if (char.IsControl(character) || character is '\u2028' or '\u2029')
        {
            command.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }
        else
        {
            command.Append(character);
        }
    }
}
