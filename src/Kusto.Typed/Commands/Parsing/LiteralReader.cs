using System.Globalization;
using System.Text;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads one string literal in any of its forms: plain, verbatim, fenced, hidden.</summary>
internal sealed class LiteralReader
{
    private static readonly string[] s_fences = ["```", "~~~"];

    private readonly string _text;
    private readonly StringBuilder _value = new();
    private readonly List<int> _offsets = [];
    private int _position;

    private LiteralReader(string text, int start)
    {
        _text = text;
        _position = start;
    }

    /// <summary>Whether a literal begins here.</summary>
    public static bool IsStart(string text, int position) =>
        Opening(text, position) is var (quote, _, _) && quote.Length > 0;

    /// <exception cref="CommandFormatException">No literal begins here, it does not end, or an escape is none.</exception>
    public static CommandLiteral Read(string text, int start)
    {
        (string quote, bool isVerbatim, int length) = Opening(text, start);
        if (quote.Length == 0)
        {
            throw new CommandFormatException("Expected a text in quotes.", start);
        }

        LiteralReader reader = new(text, start + length);
        if (quote.Length > 1)
        {
            reader.ReadFenced(quote, start);
        }
        else
        {
            reader.ReadQuoted(quote[0], isVerbatim, start);
        }

        return new CommandLiteral(
            reader._value.ToString(), reader._offsets, new TextPlace(start, reader._position - start));
    }

    // An h before a literal hides its value in telemetry and changes nothing else.
    private static (string Quote, bool IsVerbatim, int Length) Opening(string text, int start)
    {
        int position = start;
        if (At(text, position) is 'h' or 'H')
        {
            position++;
        }

        if (Array.Find(s_fences, fence => string.CompareOrdinal(text, position, fence, 0, fence.Length) == 0) is { } found)
        {
            return (found, true, position + found.Length - start);
        }

        bool isVerbatim = At(text, position) == '@';
        position += isVerbatim ? 1 : 0;
        return At(text, position) is '\'' or '"'
            ? (text[position].ToString(), isVerbatim, position + 1 - start)
            : ("", false, 0);
    }

    private static char At(string text, int position) => position < text.Length ? text[position] : '\0';

    private void ReadFenced(string fence, int start)
    {
        int end = _text.IndexOf(fence, _position, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new CommandFormatException($"The text that begins with {fence} does not end: there is no second {fence}.", start);
        }

        while (_position < end)
        {
            Take(_text[_position], _position++);
        }

        _position += fence.Length;
    }

    private void ReadQuoted(char quote, bool isVerbatim, int start)
    {
        while (!IsClosed(quote, isVerbatim))
        {
            char character = At(_text, _position);
            if (_position >= _text.Length || character is '\r' or '\n')
            {
                throw new CommandFormatException(
                    $"The text that begins with {quote} does not end in its line; only a text between ``` may have more than one.",
                    start);
            }

            if (character == '\\' && !isVerbatim)
            {
                ReadEscape();
            }
            else
            {
                Take(character, _position++);
            }
        }

        _position++;
    }

    // In a verbatim text two quotes are one, and nothing else is special.
    private bool IsClosed(char quote, bool isVerbatim)
    {
        while (isVerbatim && At(_text, _position) == quote && At(_text, _position + 1) == quote)
        {
            Take(quote, _position);
            _position += 2;
        }

        return At(_text, _position) == quote;
    }

    private void ReadEscape()
    {
        int start = _position++;
        char character = At(_text, _position++);
        string? simple = character switch
        {
            '\\' or '\'' or '"' => character.ToString(),
            'a' => "\a",
            'b' => "\b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            'x' => Code(2),
            'u' => Code(4),
            'U' => Code(8),
            _ => null,
        };
        if (simple is null && character is >= '0' and <= '7')
        {
            _position--;
            simple = Octal();
        }

        if (simple is null)
        {
            throw new CommandFormatException(
                $"'\\{character}' is no escape of a text in quotes; a backslash itself is written '\\\\'.", start);
        }

        foreach (char part in simple)
        {
            Take(part, start);
        }
    }

    private string? Code(int digits)
    {
        string code = _text.Substring(_position, Math.Min(digits, _text.Length - _position));
        if (code.Length < digits
            || !int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number)
            || number is < 0 or > 0x10FFFF)
        {
            return null;
        }

        _position += digits;
        return number is >= 0xD800 and <= 0xDFFF
            ? ((char)number).ToString()
            : char.ConvertFromUtf32(number);
    }

    private string Octal()
    {
        int number = 0;
        for (int digits = 0; digits < 3 && At(_text, _position) is >= '0' and <= '7' and var digit; digits++)
        {
            number = number * 8 + (digit - '0');
            _position++;
        }

        return ((char)number).ToString();
    }

    private void Take(char character, int offset)
    {
        _value.Append(character);
        _offsets.Add(offset);
    }
}
