using System.Text.RegularExpressions;

namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>The quoted words and the here-documents of a shell.</summary>
internal sealed partial class ShellReader
{
    private readonly HostScanner _scanner;
    private readonly List<LintText> _texts = [];
    private readonly Queue<(string End, bool IsLiteral, bool IsIndented)> _documents = [];

    private ShellReader(LintText text) => _scanner = new HostScanner(text);

    public static IEnumerable<LintText> Read(LintText text)
    {
        ShellReader reader = new(text);
        while (!reader._scanner.IsAtEnd)
        {
            reader.ReadNext();
        }

        return reader._texts;
    }

    private void ReadNext()
    {
        if (_scanner.Current == '#')
        {
            _scanner.SkipLine();
        }
        else if (_scanner.Current == '\n')
        {
            _scanner.Position++;
            ReadDocuments();
        }
        else if (_scanner.Is("<<") && !_scanner.Is("<<<") && Document().Match(_scanner.Text, _scanner.Position) is { Success: true } found)
        {
            _documents.Enqueue((found.Groups["end"].Value, found.Groups["quote"].Length > 0, found.Groups["dash"].Length > 0));
            _scanner.Position += found.Length;
        }
        else if (IsBetweenWords(_scanner.Current))
        {
            _scanner.Position += _scanner.Is("<<<") ? 3 : 1;
        }
        else
        {
            ReadWord();
        }
    }

    private static bool IsBetweenWords(char character) => char.IsWhiteSpace(character) || ";|&()<>".Contains(character);

    // A word is made of pieces, each quoted in its own way or not at all.
    private void ReadWord()
    {
        LintText.Builder word = new(_scanner.Host);
        bool isQuoted = false;
        while (!_scanner.IsAtEnd && !IsBetweenWords(_scanner.Current))
        {
            int start = _scanner.Position;
            switch (_scanner.Current)
            {
                case '\'':
                    isQuoted = true;
                    _scanner.Position++;
                    _scanner.SkipBehind("'");
                    word.Append(start + 1, Math.Max(start + 1, _scanner.Position - 1));
                    break;
                case '"':
                    isQuoted = true;
                    _scanner.Position++;
                    ReadExpanded(word, () => _scanner.Current == '"');
                    _scanner.Position++;
                    break;
                case '=' or ':' when !isQuoted:
                    // An assignment, or an option with its value: what counts begins here.
                    word.Clear();
                    _scanner.Position++;
                    break;
                default:
                    ReadPart(word);
                    break;
            }
        }

        if (isQuoted)
        {
            _texts.Add(word.Build());
        }
    }

    private void ReadDocuments()
    {
        while (_documents.TryDequeue(out (string End, bool IsLiteral, bool IsIndented) document))
        {
            int start = _scanner.Position;
            int end = start;
            while (end < _scanner.Text.Length && Line(end) is var line
                && (document.IsIndented ? line.TrimStart('\t') : line) != document.End)
            {
                int next = _scanner.Text.IndexOf('\n', end);
                end = next < 0 ? _scanner.Text.Length : next + 1;
            }

            LintText.Builder text = new(_scanner.Host);
            if (document.IsLiteral)
            {
                text.Append(start, end);
            }
            else
            {
                ReadExpanded(text, () => _scanner.Position >= end);
            }

            _texts.Add(text.Build());
            _scanner.Position = end;
            _scanner.SkipLine();
        }
    }

    private string Line(int start)
    {
        int end = _scanner.Text.IndexOf('\n', start);
        return _scanner.Text[start..(end < 0 ? _scanner.Text.Length : end)].TrimEnd('\r');
    }

    private void ReadExpanded(LintText.Builder text, Func<bool> isEnd)
    {
        while (!_scanner.IsAtEnd && !isEnd())
        {
            // Between quotes a backslash stays, unless what follows it would mean something.
            bool isKept = _scanner.Current == '\\' && !"$`\"\\\n".Contains(_scanner.At(1));
            if (isKept)
            {
                text.Append('\\', _scanner.Position++);
            }
            else
            {
                ReadPart(text);
            }
        }
    }

    private void ReadPart(LintText.Builder text)
    {
        int start = _scanner.Position;
        if (_scanner.Current == '\\')
        {
            if (_scanner.At(1) is not ('\n' or '\0'))
            {
                text.Append(_scanner.At(1), start);
            }

            _scanner.Position += 2;
        }
        else if (Variable().Match(_scanner.Text, start) is { Success: true } variable)
        {
            text.Append(LintText.Hole, start);
            _scanner.Position += variable.Length;
        }
        else
        {
            text.Append(_scanner.Current, start);
            _scanner.Position++;
        }
    }

    [GeneratedRegex(@"\G<<(?<dash>-?)\s*(?<quote>['""\\]?)(?<end>\w+)['""]?", RegexOptions.ExplicitCapture)]
    private static partial Regex Document();

    [GeneratedRegex(@"\G(\$\w+|\$\{[^}]*\}|\$\([^)]*\)|`[^`]*`)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
