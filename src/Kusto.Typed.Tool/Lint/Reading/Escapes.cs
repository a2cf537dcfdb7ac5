using System.Globalization;

namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>The escapes after a backslash that C#, Python, JSON and the shell have in common.</summary>
internal static class Escapes
{
    /// <summary>Reads one escape, whose backslash is at the position, and goes behind it.</summary>
    /// <returns>What it stands for; an escape that is none stays as it is, which is what Python does.</returns>
    public static string Read(string text, ref int position)
    {
        if (position + 1 >= text.Length)
        {
            position++;
            return "\\";
        }

        char character = text[position + 1];
        position += 2;
        return character switch
        {
            '\\' or '\'' or '"' or '/' => character.ToString(),
            'a' => "\a",
            'b' => "\b",
            'e' => "\u001B",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            '0' => "\0",
            'x' => Code(text, ref position, 1, 4),
            'u' => Code(text, ref position, 4, 4),
            'U' => Code(text, ref position, 8, 8),
            '\n' => "",
            '\r' => "",
            _ => "\\" + character,
        };
    }

    private static string Code(string text, ref int position, int atLeast, int atMost)
    {
        int end = position;
        while (end < text.Length && end - position < atMost && char.IsAsciiHexDigit(text[end]))
        {
            end++;
        }

        if (end - position < atLeast
            || !int.TryParse(text[position..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int number)
            || number is < 0 or > 0x10FFFF)
        {
            return "\\" + text[position - 1];
        }

        position = end;
        return number is >= 0xD800 and <= 0xDFFF ? ((char)number).ToString() : char.ConvertFromUtf32(number);
    }
}
