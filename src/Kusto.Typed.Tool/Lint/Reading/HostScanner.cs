namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>Goes through a text in a programming language; what its readers have in common.</summary>
internal sealed class HostScanner(LintText host)
{
    private readonly string _text = host.Value;

    public LintText Host { get; } = host;

    public string Text => _text;

    public int Position { get; set; }

    public List<HostToken> Tokens { get; } = [];

    public bool IsAtEnd => Position >= _text.Length;

    public char Current => At(0);

    public char At(int ahead) => Position + ahead < _text.Length ? _text[Position + ahead] : '\0';

    public bool Is(string sign) => string.CompareOrdinal(_text, Position, sign, 0, sign.Length) == 0;

    /// <summary>Goes behind the next such text, or to the end.</summary>
    public void SkipBehind(string sign)
    {
        int end = _text.IndexOf(sign, Math.Min(Position, _text.Length), StringComparison.Ordinal);
        Position = end < 0 ? _text.Length : end + sign.Length;
    }

    /// <summary>Goes to the end of the line, before its line feed.</summary>
    public void SkipLine()
    {
        int end = _text.IndexOf('\n', Position);
        Position = end < 0 ? _text.Length : end;
    }

    /// <summary>Reads a word, a number or one other character as a token; blanks are none.</summary>
    public void ReadOther()
    {
        int start = Position;
        while (char.IsLetterOrDigit(Current) || Current == '_')
        {
            Position++;
        }

        if (Position > start)
        {
            Tokens.Add(new HostToken(HostTokenKind.Word, _text[start..Position], Literal: null));
            return;
        }

        if (!char.IsWhiteSpace(Current))
        {
            Tokens.Add(new HostToken(HostTokenKind.Sign, Current.ToString(), Literal: null));
        }

        Position++;
    }

    public void AddLiteral(LintText literal) => Tokens.Add(new HostToken(HostTokenKind.Literal, "", literal));

    /// <summary>Goes over an expression in braces up to the brace that closes it; texts inside may have braces.</summary>
    public void SkipHole(int braces)
    {
        int depth = braces;
        while (!IsAtEnd && depth > 0)
        {
            char character = Current;
            Position++;
            if (character is '"')
            {
                SkipQuoted();
            }
            else
            {
                depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            }
        }
    }

    private void SkipQuoted()
    {
        while (!IsAtEnd && Current is not ('"' or '\n'))
        {
            Position += Current == '\\' ? 2 : 1;
        }

        Position++;
    }
}
