using System.Globalization;
using System.Text;

namespace Kusto.Typed.Local.Text;

/// <summary>The string literals of commands and queries, in all their forms.</summary>
internal static class StringLiteral
{
    private static readonly string[] s_fences = ["```", "~~~"];

    public static bool BeginsAt(string text, int position)
    {
        int start = AfterPrefix(text, position);
        return start < text.Length && (text[start] is '"' or '\'' || Fence(text, start) is not null);
    }

    /// <summary>Reads the literal at a position where one begins, and moves behind it.</summary>
    /// <exception cref="RequestRefusedException">It does not end, or has an escape that is none.</exception>
    public static string Read(string text, ref int position)
    {
        int start = AfterPrefix(text, position);
        if (Fence(text, start) is { } fence)
        {
            return ReadFenced(text, start, fence, ref position);
        }

        position = start + 1;
        bool verbatim = start > 0 && text[start - 1] == '@';
        return verbatim ? ReadVerbatim(text, text[start], ref position) : ReadEscaped(text, text[start], ref position);
    }

    // h hides a literal from logs and @ makes it verbatim; both stand right before the quote.
    private static int AfterPrefix(string text, int position)
    {
        position += position < text.Length && text[position] is 'h' or 'H' ? 1 : 0;
        position += position < text.Length && text[position] == '@' ? 1 : 0;
        return position;
    }

    private static string? Fence(string text, int position) =>
        Array.Find(s_fences, fence => string.CompareOrdinal(text, position, fence, 0, fence.Length) == 0);

    private static string ReadFenced(string text, int start, string fence, ref int position)
    {
        int end = text.IndexOf(fence, start + fence.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            throw NotClosed(start);
        }

        position = end + fence.Length;
        return text[(start + fence.Length)..end];
    }

    private static string ReadVerbatim(string text, char quote, ref int position)
    {
        StringBuilder value = new();
        int start = position;
        while (true)
        {
            char character = Next(text, start, ref position);
            if (character != quote)
            {
                value.Append(character);
            }
            else if (position < text.Length && text[position] == quote)
            {
                value.Append(quote);
                position++;
            }
            else
            {
                return value.ToString();
            }
        }
    }

    private static string ReadEscaped(string text, char quote, ref int position)
    {
        StringBuilder value = new();
        int start = position;
        while (true)
        {
            char character = Next(text, start, ref position);
            if (character == quote)
            {
                return value.ToString();
            }

            if (character == '\\')
            {
                AppendEscape(value, text, start, ref position);
            }
            else
            {
                value.Append(character);
            }
        }
    }

    private static char Next(string text, int start, ref int position)
    {
        if (position >= text.Length || text[position] is '\r' or '\n')
        {
            throw NotClosed(start);
        }

        return text[position++];
    }

    private static void AppendEscape(StringBuilder value, string text, int start, ref int position)
    {
        char escape = Next(text, start, ref position);
        switch (escape)
        {
            case 'x':
                value.Append((char)Hex(text, 2, ref position));
                break;
            case 'u':
                value.Append((char)Hex(text, 4, ref position));
                break;
            case 'U':
                AppendRune(value, Hex(text, 8, ref position), position);
                break;
            case >= '0' and <= '7':
                position--;
                value.Append((char)Octal(text, ref position));
                break;
            default:
                value.Append(Simple(escape, position));
                break;
        }
    }

    private static char Simple(char escape, int position) =>
        escape switch
        {
            '\\' or '\'' or '"' => escape,
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => throw Refusal.Syntax(
                $"'\\{escape}' at position {position - 2} is no escape of a string literal; a backslash is written \\\\."),
        };

    private static uint Hex(string text, int digits, ref int position)
    {
        bool valid = position + digits <= text.Length;
        uint value = 0;
        valid = valid
            && uint.TryParse(
                text.AsSpan(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        if (!valid)
        {
            throw Refusal.Syntax($"the escape at position {position - 2} needs {digits} hexadecimal digits.");
        }

        position += digits;
        return value;
    }

    private static int Octal(string text, ref int position)
    {
        const int MostDigits = 3;
        int value = 0;
        for (int digit = 0; digit < MostDigits && position < text.Length && text[position] is >= '0' and <= '7'; digit++)
        {
            value = (value * 8) + (text[position++] - '0');
        }

        return value;
    }

    private static void AppendRune(StringBuilder value, uint code, int position)
    {
        if (!Rune.TryCreate(code, out Rune rune))
        {
            throw Refusal.Syntax($"the escape that ends at position {position} is no Unicode character.");
        }

        value.Append(rune.ToString());
    }

    private static RequestRefusedException NotClosed(int start) =>
        Refusal.Syntax($"the string literal at position {start - 1} is not closed on its line.");
}
