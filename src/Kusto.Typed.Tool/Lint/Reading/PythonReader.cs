namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>The string literals of Python, with their prefixes and in triple quotes too.</summary>
internal sealed class PythonReader
{
    private readonly HostScanner _scanner;
    private int _depth;

    private PythonReader(LintText text) => _scanner = new HostScanner(text);

    public static IEnumerable<LintText> Read(LintText text)
    {
        PythonReader reader = new(text);
        while (!reader._scanner.IsAtEnd)
        {
            reader.ReadToken();
        }

        return Concatenation.Join(text, reader._scanner.Tokens);
    }

    private void ReadToken()
    {
        char character = _scanner.Current;
        if (character == '#')
        {
            _scanner.SkipLine();
        }
        else if (character == '\\')
        {
            // The statement goes on in the next line.
            _scanner.Position++;
            _scanner.Position += _scanner.Is("\r\n") ? 2 : 1;
        }
        else if (character == '\n' && _depth == 0)
        {
            _scanner.Tokens.Add(new HostToken(HostTokenKind.LineEnd, "", Literal: null));
            _scanner.Position++;
        }
        else if (PrefixLength() is { } prefix)
        {
            ReadString(_scanner.Text.Substring(_scanner.Position, prefix).ToLowerInvariant());
        }
        else
        {
            _depth = Math.Max(0, _depth + (character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' ? -1 : 0));
            _scanner.ReadOther();
        }
    }

    // Null: no literal begins here.
    private int? PrefixLength()
    {
        int length = 0;
        while (length < 2 && "rRbBuUfF".Contains(_scanner.At(length)))
        {
            length++;
        }

        return _scanner.At(length) is '\'' or '"' ? length : null;
    }

    private void ReadString(string prefix)
    {
        _scanner.Position += prefix.Length;
        string quote = _scanner.Current.ToString();
        string triple = quote + quote + quote;
        string end = _scanner.Is(triple) ? triple : quote;
        _scanner.Position += end.Length;
        LintText.Builder literal = new(_scanner.Host);
        while (!_scanner.IsAtEnd && !_scanner.Is(end) && (_scanner.Current != '\n' || end.Length > 1))
        {
            ReadPart(literal, isRaw: prefix.Contains('r'), isFormatted: prefix.Contains('f'));
        }

        _scanner.Position += end.Length;
        _scanner.AddLiteral(literal.Build());
    }

    private void ReadPart(LintText.Builder literal, bool isRaw, bool isFormatted)
    {
        int start = _scanner.Position;
        char character = _scanner.Current;
        if (character == '\\' && !isRaw)
        {
            int position = start;
            literal.Append(Escapes.Read(_scanner.Text, ref position), start);
            _scanner.Position = position;
        }
        else if (isFormatted && character == '{' && _scanner.At(1) != '{')
        {
            literal.Append(LintText.Hole, start);
            _scanner.Position++;
            _scanner.SkipHole(braces: 1);
        }
        else
        {
            bool isDoubled = isFormatted && character is ('{' or '}') && _scanner.At(1) == character;
            bool isEscaped = isRaw && character == '\\' && _scanner.At(1) != '\0';
            literal.Append(character, start);
            if (isEscaped)
            {
                literal.Append(_scanner.At(1), start + 1);
            }

            _scanner.Position += isDoubled || isEscaped ? 2 : 1;
        }
    }
}
