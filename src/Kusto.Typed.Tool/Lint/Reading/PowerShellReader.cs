using System.Text.RegularExpressions;

namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>The strings and the here-strings of PowerShell.</summary>
internal sealed partial class PowerShellReader
{
    private readonly HostScanner _scanner;

    private PowerShellReader(LintText text) => _scanner = new HostScanner(text);

    public static IEnumerable<LintText> Read(LintText text)
    {
        PowerShellReader reader = new(text);
        while (!reader._scanner.IsAtEnd)
        {
            reader.ReadToken();
        }

        return Concatenation.Join(text, reader._scanner.Tokens);
    }

    private void ReadToken()
    {
        if (_scanner.Is("<#"))
        {
            _scanner.SkipBehind("#>");
        }
        else if (_scanner.Current == '#')
        {
            _scanner.SkipLine();
        }
        else if (_scanner.Current == '@' && _scanner.At(1) is ('\'' or '"'))
        {
            char quote = _scanner.At(1);
            ReadString(quote, 2, "\n" + quote + "@");
        }
        else if (_scanner.Current is '\'' or '"')
        {
            ReadString(_scanner.Current, 1, _scanner.Current.ToString());
        }
        else if (_scanner.Current == '\n')
        {
            _scanner.Tokens.Add(new HostToken(HostTokenKind.LineEnd, "", Literal: null));
            _scanner.Position++;
        }
        else
        {
            _scanner.ReadOther();
        }
    }

    private void ReadString(char quote, int opening, string end)
    {
        LintText.Builder literal = new(_scanner.Host);
        bool isHere = end.Length > 1;
        _scanner.Position += opening;
        while (!_scanner.IsAtEnd && (!_scanner.Is(end) || (!isHere && _scanner.At(1) == quote)))
        {
            int start = _scanner.Position;
            if (quote == '"' && Variable().Match(_scanner.Text, start) is { Success: true } variable)
            {
                literal.Append(LintText.Hole, start);
                _scanner.Position += variable.Length;
                continue;
            }

            // A backtick takes from the next character what it means; a doubled quote is one.
            bool isEscape = quote == '"' && _scanner.Current == '`' && _scanner.At(1) != '\0';
            bool isDoubled = !isHere && _scanner.Current == quote;
            literal.Append(isEscape ? Unescaped(_scanner.At(1)) : _scanner.Current, start);
            _scanner.Position += isEscape || isDoubled ? 2 : 1;
        }

        _scanner.Position += end.Length;
        _scanner.AddLiteral(literal.Build());
    }

    private static char Unescaped(char character) => character switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => character,
    };

    [GeneratedRegex(@"\G\$(\w+|\{[^}]*\}|\([^)]*\))", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
