namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>The string literals of C#: regular, verbatim, raw, and interpolated of each kind.</summary>
internal sealed class CSharpReader
{
    private readonly HostScanner _scanner;

    private CSharpReader(LintText text) => _scanner = new HostScanner(text);

    public static IEnumerable<LintText> Read(LintText text)
    {
        CSharpReader reader = new(text);
        while (!reader._scanner.IsAtEnd)
        {
            reader.ReadToken();
        }

        return Concatenation.Join(text, reader._scanner.Tokens);
    }

    private void ReadToken()
    {
        if (_scanner.Is("//") || (_scanner.Current == '#' && IsFirstOfLine()))
        {
            _scanner.SkipLine();
        }
        else if (_scanner.Is("/*"))
        {
            _scanner.Position += 2;
            _scanner.SkipBehind("*/");
        }
        else if (_scanner.Current == '\'')
        {
            SkipCharacter();
        }
        else if (_scanner.Current is ('"' or '$' or '@') && TryReadString())
        {
            return;
        }
        else
        {
            _scanner.ReadOther();
        }
    }

    private bool IsFirstOfLine()
    {
        int before = _scanner.Position - 1;
        while (before >= 0 && _scanner.Text[before] is (' ' or '\t'))
        {
            before--;
        }

        return before < 0 || _scanner.Text[before] == '\n';
    }

    private void SkipCharacter()
    {
        _scanner.Position++;
        while (!_scanner.IsAtEnd && _scanner.Current is not ('\'' or '\n'))
        {
            _scanner.Position += _scanner.Current == '\\' ? 2 : 1;
        }

        _scanner.Position++;
    }

    private bool TryReadString()
    {
        int prefix = 0;
        while (_scanner.At(prefix) is '$' or '@')
        {
            prefix++;
        }

        int quotes = 0;
        while (_scanner.At(prefix + quotes) == '"')
        {
            quotes++;
        }

        if (quotes == 0)
        {
            return false;
        }

        ReadOnlySpan<char> signs = _scanner.Text.AsSpan(_scanner.Position, prefix);
        int dollars = signs.Count('$');
        bool isVerbatim = signs.Contains('@');
        _scanner.Position += prefix;
        LintText.Builder literal = new(_scanner.Host);
        if (quotes >= 3 && !isVerbatim)
        {
            _scanner.Position += quotes;
            ReadRaw(literal, new string('"', quotes), dollars);
        }
        else
        {
            _scanner.Position++;
            ReadQuoted(literal, isVerbatim, dollars > 0);
        }

        _scanner.AddLiteral(literal.Build());
        return true;
    }

    private void ReadRaw(LintText.Builder literal, string end, int dollars)
    {
        string hole = new('{', Math.Max(dollars, 1));
        while (!_scanner.IsAtEnd && !_scanner.Is(end))
        {
            if (dollars > 0 && _scanner.Is(hole))
            {
                literal.Append(LintText.Hole, _scanner.Position);
                _scanner.Position += dollars;
                _scanner.SkipHole(dollars);
            }
            else
            {
                literal.Append(_scanner.Current, _scanner.Position);
                _scanner.Position++;
            }
        }

        _scanner.Position += end.Length;
    }

    private void ReadQuoted(LintText.Builder literal, bool isVerbatim, bool isInterpolated)
    {
        while (!_scanner.IsAtEnd && (_scanner.Current != '"' || (isVerbatim && _scanner.At(1) == '"')))
        {
            int start = _scanner.Position;
            char character = _scanner.Current;
            if (character == '\n' && !isVerbatim)
            {
                break;
            }

            if (character == '\\' && !isVerbatim)
            {
                int position = start;
                literal.Append(Escapes.Read(_scanner.Text, ref position), start);
                _scanner.Position = position;
            }
            else if (isInterpolated && character == '{' && _scanner.At(1) != '{')
            {
                literal.Append(LintText.Hole, start);
                _scanner.Position++;
                _scanner.SkipHole(braces: 1);
            }
            else
            {
                bool isDoubled = character == '"' || (isInterpolated && character is ('{' or '}'));
                literal.Append(character, start);
                _scanner.Position += isDoubled && _scanner.At(1) == character ? 2 : 1;
            }
        }

        _scanner.Position++;
    }
}
