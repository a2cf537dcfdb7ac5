using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kusto.Typed.Connection;

/// <summary>Reads the segments of a connection string, quoted values as .NET quotes them.</summary>
internal sealed class ConnectionStringScanner(string text)
{
    private int _place;

    /// <summary>The number of the segment that was read last, from 1.</summary>
    public int Segment { get; private set; }

    /// <param name="key">What stands before the first <c>=</c>; null where there is none.</param>
    /// <param name="value">What stands behind it, or the whole segment.</param>
    public bool TryRead(out string? key, out string value)
    {
        while (_place < text.Length && (text[_place] == ';' || char.IsWhiteSpace(text[_place])))
        {
            _place++;
        }

        key = null;
        value = "";
        if (_place == text.Length)
        {
            return false;
        }

        Segment++;
        int end = Until(';', _place);
        int equals = text.IndexOf('=', _place, end - _place);
        if (equals >= 0 && !text[_place..equals].Contains("://", StringComparison.Ordinal))
        {
            key = text[_place..equals].Trim();
            _place = equals + 1;
        }

        value = TryReadQuoted(out string? quoted) ? quoted : ReadPlain();
        return true;
    }

    private string ReadPlain()
    {
        int end = Until(';', _place);
        string plain = text[_place..end].Trim();
        _place = end;
        return plain;
    }

    private bool TryReadQuoted([NotNullWhen(true)] out string? quoted)
    {
        int start = _place;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        quoted = null;
        if (start == text.Length || text[start] is not ('"' or '\''))
        {
            return false;
        }

        quoted = Unquoted(start);
        int end = Until(';', _place);
        if (!string.IsNullOrWhiteSpace(text[_place..end]))
        {
            throw ConnectionString.Wrong(
                $"in segment {Segment} text follows the closing quote; a quote inside of quotes is written twice.");
        }

        _place = end;
        return true;
    }

    private string Unquoted(int start)
    {
        char quote = text[start];
        StringBuilder value = new();
        for (int place = start + 1; place < text.Length; place++)
        {
            bool isQuote = text[place] == quote;
            bool isDoubled = isQuote && place + 1 < text.Length && text[place + 1] == quote;
            if (isQuote && !isDoubled)
            {
                _place = place + 1;
                return value.ToString();
            }

            value.Append(text[place]);
            place += isDoubled ? 1 : 0;
        }

        throw ConnectionString.Wrong($"the quoted value in segment {Segment} has no closing quote.");
    }

    private int Until(char character, int start)
    {
        int found = text.IndexOf(character, start);
        return found < 0 ? text.Length : found;
    }
}
