namespace Kusto.Typed.Query;

/// <summary>Knows at each hole of a query whether a value may stand there.</summary>
/// <remarks>
/// A parameter's name in quotes would be a text that is only its name, and one that touches a word would be another
/// word: the query would run and mean something else.
/// </remarks>
internal sealed class QueryTextScanner
{
    private Place _place;
    private char _last;
    private bool _afterHole;

    private enum Place
    {
        Query,
        Comment,
        SingleQuotes,
        DoubleQuotes,
        VerbatimSingleQuotes,
        VerbatimDoubleQuotes,
        Backticks,
        Tildes,
    }

    public void Read(string text)
    {
        if (_afterHole && text.Length > 0)
        {
            ThrowIfWord(text[0]);
            _afterHole = false;
        }

        for (int place = 0; place < text.Length; place++)
        {
            place += _place == Place.Query ? Enter(text, place) : Leave(text, place);
        }

        _last = text.Length > 0 ? text[^1] : _last;
    }

    public void ReadHole()
    {
        if (_place != Place.Query)
        {
            throw new ArgumentException(_place == Place.Comment
                ? "A hole of the query stands in a comment, where its value would not be seen; leave it out there."
                : "A hole of the query stands in quotes, where its value would not be seen; write the hole without the "
                    + "quotes, as a parameter has its own type.");
        }

        ThrowIfWord(_afterHole ? 'p' : _last);
        _afterHole = true;
    }

    private static void ThrowIfWord(char neighbour)
    {
        if (char.IsLetterOrDigit(neighbour) || neighbour == '_')
        {
            throw new ArgumentException(
                $"A hole of the query touches '{neighbour}', so that it would be part of a word; a hole is a value of "
                + "its own. Names cannot be holes, and a time such as 3d is a TimeSpan.");
        }
    }

    // Both answer how many characters beyond the first one belong to what they saw.
    private int Enter(string text, int place)
    {
        ReadOnlySpan<char> rest = text.AsSpan(place);
        (_place, int more) = rest switch
        {
            ['/', '/', ..] => (Place.Comment, 1),
            ['@', '\'', ..] => (Place.VerbatimSingleQuotes, 1),
            ['@', '"', ..] => (Place.VerbatimDoubleQuotes, 1),
            ['`', '`', '`', ..] => (Place.Backticks, 2),
            ['~', '~', '~', ..] => (Place.Tildes, 2),
            ['\'', ..] => (Place.SingleQuotes, 0),
            ['"', ..] => (Place.DoubleQuotes, 0),
            _ => (Place.Query, 0),
        };
        return more;
    }

    private int Leave(string text, int place)
    {
        ReadOnlySpan<char> rest = text.AsSpan(place);
        (bool leaves, int more) = _place switch
        {
            Place.Comment => (rest is ['\n' or '\r', ..], 0),
            Place.SingleQuotes or Place.DoubleQuotes when rest is ['\\', _, ..] => (false, 1),
            Place.SingleQuotes => (rest is ['\'' or '\n' or '\r', ..], 0),
            Place.DoubleQuotes => (rest is ['"' or '\n' or '\r', ..], 0),
            Place.VerbatimSingleQuotes => (rest is ['\'', ..], 0),
            Place.VerbatimDoubleQuotes => (rest is ['"', ..], 0),
            Place.Backticks when rest is ['`', '`', '`', ..] => (true, 2),
            Place.Tildes when rest is ['~', '~', '~', ..] => (true, 2),
            _ => (false, 0),
        };
        _place = leaves ? Place.Query : _place;
        return more;
    }
}
