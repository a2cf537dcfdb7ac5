namespace Kusto.Typed.Commands.Parsing;

/// <summary>Goes through the text of commands: words, names, literals, and what may stand between them.</summary>
internal sealed class CommandScanner(string text, int position = 0)
{
    public string Text { get; } = text;

    /// <summary>Where the next thing is read, from 0.</summary>
    public int Position { get; set; } = position;

    /// <summary>The character at the position; NUL at the end.</summary>
    public char Current => Position < Text.Length ? Text[Position] : '\0';

    public bool IsAtEnd => Position >= Text.Length;

    /// <summary>Goes over blanks, line ends and comments.</summary>
    public void SkipBlanks()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(Current))
            {
                Position++;
            }
            else if (!TrySkipComment())
            {
                return;
            }
        }
    }

    // A comment ends where Kusto says that a line ends, which two more characters than usual do.
    public bool TrySkipComment()
    {
        if (!IsAt("//"))
        {
            return false;
        }

        int end = Text.AsSpan(Position).IndexOfAny("\r\n\u2028\u2029");
        Position = end < 0 ? Text.Length : Position + end;
        return true;
    }

    /// <summary>Reads one character or none.</summary>
    public bool TryRead(char character)
    {
        SkipBlanks();
        bool isThere = Current == character && !IsAtEnd;
        Position += isThere ? 1 : 0;
        return isThere;
    }

    /// <exception cref="CommandFormatException">Something else stands there.</exception>
    public void Read(char character, string where)
    {
        if (!TryRead(character))
        {
            throw Unexpected($"'{character}' {where}");
        }
    }

    /// <summary>Reads one word of the language, letters and hyphens, or none.</summary>
    public bool TryReadWord(string word)
    {
        SkipBlanks();
        bool isThere = PeekWord() is { Length: > 0 } found && found.Equals(word, StringComparison.OrdinalIgnoreCase);
        Position += isThere ? word.Length : 0;
        return isThere;
    }

    /// <summary>Reads the word that comes next; empty: there is none.</summary>
    public string ReadWord()
    {
        SkipBlanks();
        string word = PeekWord();
        Position += word.Length;
        return word.ToLowerInvariant();
    }

    /// <summary>Reads a name: bare, <c>['…']</c> or <c>["…"]</c>.</summary>
    /// <remarks>Bare names are taken as they come: that one of them needs brackets is not for here to say.</remarks>
    /// <exception cref="CommandFormatException">There is no name.</exception>
    public CommandName ReadName(string what)
    {
        SkipBlanks();
        int start = Position;
        if (Current == '[')
        {
            Position++;
            CommandLiteral name = ReadLiteral($"the name of {what} in quotes");
            Read(']', $"after the name of {what}");
            return new CommandName(name.Value, new TextPlace(start, Position - start));
        }

        while (!IsAtEnd && IsOfBareName(Current))
        {
            Position++;
        }

        return Position > start
            ? new CommandName(Text[start..Position], new TextPlace(start, Position - start))
            : throw Unexpected($"the name of {what}");
    }

    /// <summary>Reads a literal.</summary>
    /// <exception cref="CommandFormatException">There is none, or it is not well-formed.</exception>
    public CommandLiteral ReadLiteral(string what)
    {
        SkipBlanks();
        if (!LiteralReader.IsStart(Text, Position))
        {
            throw Unexpected(what);
        }

        CommandLiteral literal = LiteralReader.Read(Text, Position);
        Position += literal.Place.Length;
        return literal;
    }

    /// <summary>Says what was found here and what was expected.</summary>
    public CommandFormatException Unexpected(string expected)
    {
        string found = IsAtEnd ? "the end of the text"
            : PeekWord() is { Length: > 0 } word ? $"'{word}'"
            : $"'{Current}'";
        return new CommandFormatException($"Found {found} where {expected} was expected.", Position);
    }

    private bool IsAt(string sign) => string.CompareOrdinal(Text, Position, sign, 0, sign.Length) == 0;

    private string PeekWord()
    {
        int end = Position;
        while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || Text[end] is '_' or '-'))
        {
            end++;
        }

        return Text[Position..end];
    }

    private static bool IsOfBareName(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or '$';
}
