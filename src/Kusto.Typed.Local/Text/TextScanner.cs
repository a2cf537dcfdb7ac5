using System.Globalization;

namespace Kusto.Typed.Local.Text;

/// <summary>Reads commands and queries from left to right, token by token.</summary>
/// <param name="text">The command or the query.</param>
/// <param name="words">How words of the language are told: in queries by their case too, in commands not.</param>
internal sealed class TextScanner(string text, StringComparison words = StringComparison.Ordinal)
{
    private int _position;

    /// <summary>Where the next token begins, once blanks and comments are passed over.</summary>
    public int Position
    {
        get
        {
            SkipBlanks();
            return _position;
        }
    }

    /// <summary>Whether <c>|</c> ends the text as well: what is behind it reads the answer.</summary>
    public bool EndsAtPipe { get; set; }

    public bool AtEnd => Position == text.Length || (EndsAtPipe && text[_position] == '|');

    /// <summary>What has not been read yet.</summary>
    public string Rest => text[Position..];

    /// <summary>The same with its blanks: what follows is data and no language.</summary>
    public string RawRest => text[_position..];

    public bool TryPunctuation(string punctuation)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, _position, punctuation, 0, punctuation.Length) != 0)
        {
            return false;
        }

        _position += punctuation.Length;
        return true;
    }

    public bool TryPunctuation(char punctuation)
    {
        bool found = AtPunctuation(punctuation);
        _position += found ? 1 : 0;
        return found;
    }

    public bool AtPunctuation(char punctuation) => Position < text.Length && text[_position] == punctuation;

    public void Expect(char punctuation)
    {
        if (!TryPunctuation(punctuation))
        {
            throw Unexpected($"'{punctuation}'");
        }
    }

    /// <summary>Reads a word of the language, hyphens included: <c>create-merge</c>.</summary>
    public bool TryWord(string word)
    {
        SkipBlanks();
        int end = _position + word.Length;
        bool found = string.Compare(text, _position, word, 0, word.Length, words) == 0
            && (end >= text.Length || !(IsNameCharacter(text[end]) || IsHyphenOfWord(end)));
        _position = found ? end : _position;
        return found;
    }

    /// <summary>Reads words one after another, or none of them.</summary>
    public bool TryWords(params ReadOnlySpan<string> sequence)
    {
        int start = _position;
        foreach (string word in sequence)
        {
            if (!TryWord(word))
            {
                _position = start;
                return false;
            }
        }

        return true;
    }

    public void ExpectWord(string word)
    {
        if (!TryWord(word))
        {
            throw Unexpected($"'{word}'");
        }
    }

    /// <summary>Reads a name: bare, or a string literal in brackets.</summary>
    public bool TryName(out string name)
    {
        SkipBlanks();
        int start = _position;
        if (TryPunctuation('['))
        {
            if (!AtLiteral())
            {
                _position = start;
                name = "";
                return false;
            }

            name = ReadLiteral();
            Expect(']');
            return true;
        }

        name = TryBareName(out string bare) ? bare : "";
        return name.Length > 0;
    }

    public string ReadName(string what) => TryName(out string name) ? name : throw Unexpected(what);

    /// <summary>Reads a name and the <c>=</c> behind it, or nothing.</summary>
    public bool TryAssignment(out string name)
    {
        int start = Position;
        if (TryName(out name) && AtPunctuation('=') && !(TryPunctuation("==") || TryPunctuation("=~")))
        {
            Expect('=');
            return true;
        }

        _position = start;
        name = "";
        return false;
    }

    public bool TryBareName(out string name)
    {
        SkipBlanks();
        int end = _position;
        while (end < text.Length && IsNameCharacter(text[end]))
        {
            end++;
        }

        bool found = end > _position && !char.IsAsciiDigit(text[_position]);
        name = found ? text[_position..end] : "";
        _position = found ? end : _position;
        return found;
    }

    /// <summary>
    /// Reads what stands where an operator does, whatever it is: <c>!between</c>, <c>project-away</c>.
    /// </summary>
    public bool TryOperatorName(out string name)
    {
        int start = Position;
        TryPunctuation('!');
        if (!TryBareName(out name))
        {
            _position = start;
            return false;
        }

        while (_position < text.Length && IsHyphenOfWord(_position))
        {
            _position++;
            TryBareName(out _);
        }

        name = text[start.._position];
        return true;
    }

    /// <summary>Whether one of these words comes next.</summary>
    public bool AtWord(params ReadOnlySpan<string> candidates)
    {
        int start = Position;
        foreach (string word in candidates)
        {
            if (TryWord(word))
            {
                _position = start;
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a number with the unit that may follow it: digits, a fraction, an exponent, letters.</summary>
    public bool TryNumber(out string number)
    {
        SkipBlanks();
        int end = _position;
        if (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
            while (end < text.Length && IsNumberCharacter(end))
            {
                end++;
            }
        }

        number = text[_position..end];
        _position = end;
        return number.Length > 0;
    }

    /// <summary>Reads a guid: bare, or as a string literal.</summary>
    public Guid ReadGuid()
    {
        const int Length = 36;
        int start = Position;
        string found = AtLiteral() ? ReadLiteral() : text.Substring(start, Math.Min(Length, text.Length - start));
        if (!Guid.TryParseExact(found, "D", out Guid id))
        {
            _position = start;
            throw Unexpected("a guid of 36 characters");
        }

        _position = Math.Max(_position, start + Length);
        return id;
    }

    public bool AtLiteral()
    {
        SkipBlanks();
        return StringLiteral.BeginsAt(text, _position);
    }

    public string ReadLiteral() =>
        AtLiteral() ? StringLiteral.Read(text, ref _position) : throw Unexpected("a string literal");

    /// <summary>Reads what stands between parentheses as it is, up to the closing one: <c>datetime(...)</c>.</summary>
    public string ReadParenthesized()
    {
        Expect('(');
        int start = _position;
        int end = text.IndexOf(')', start);
        if (end < 0)
        {
            throw Unexpected("')'");
        }

        _position = end + 1;
        return text[start..end].Trim();
    }

    /// <summary>Reads JSON between parentheses as it is: one within a string of it does not close.</summary>
    public string ReadParenthesizedJson()
    {
        Expect('(');
        int start = _position;
        bool inString = false;
        for (int place = start; place < text.Length; place++)
        {
            switch (text[place])
            {
                case '"':
                    inString = !inString;
                    break;
                case '\\' when inString:
                    place++;
                    break;
                case ')' when !inString:
                    _position = place + 1;
                    return text[start..place];
            }
        }

        throw Unexpected("')'");
    }

    public void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw Unexpected("the end");
        }
    }

    public RequestRefusedException Unexpected(string expected)
    {
        const int Shown = 40;
        string rest = Rest;
        string found = rest.Length == 0 ? "the end" : $"'{rest[..Math.Min(rest.Length, Shown)]}'";
        string place = _position.ToString(CultureInfo.InvariantCulture);
        return Refusal.Syntax($"expected {expected} at position {place} and found {found}.");
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private bool IsHyphenOfWord(int place) =>
        text[place] == '-' && place + 1 < text.Length && char.IsAsciiLetter(text[place + 1]);

    private bool IsNumberCharacter(int place)
    {
        char character = text[place];
        return char.IsAsciiLetterOrDigit(character)
            || (character == '.' && place + 1 < text.Length && char.IsAsciiDigit(text[place + 1]))
            || (character is '+' or '-' && text[place - 1] is 'e' or 'E'
                && place + 1 < text.Length && char.IsAsciiDigit(text[place + 1]));
    }

    private void SkipBlanks()
    {
        while (_position < text.Length)
        {
            if (char.IsWhiteSpace(text[_position]))
            {
                _position++;
            }
            else if (string.CompareOrdinal(text, _position, "//", 0, 2) == 0)
            {
                int end = text.AsSpan(_position).IndexOfAny("\r\n\u2028\u2029");
                _position = end < 0 ? text.Length : _position + end;
            }
            else
            {
                return;
            }
        }
    }
}
