using System.Text;
using Kusto.Typed.Local.Text;
using Kusto.Typed.Local.Values;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>A timespan in the text of a command: <c>hot = 31d</c>, <c>hot = timespan(31.00:00:00)</c>.</summary>
internal static class DurationLiteral
{
    /// <summary>Reads the word, <c>=</c> and a timespan; null where another word comes next.</summary>
    public static TimeSpan? TryRead(TextScanner text, string word)
    {
        if (!text.TryWord(word))
        {
            return null;
        }

        text.Expect('=');
        RequestRefusedException none = text.Unexpected("a timespan of 0 or more, such as 31d");
        bool found = text.TryWord("timespan") || text.TryWord("time")
            ? DurationText.TryParse(Encoding.UTF8.GetBytes(text.ReadParenthesized()), out TimeSpan span)
            : text.TryNumber(out string number) & DurationText.TryParseUnit(number, out span);
        return found && span >= TimeSpan.Zero ? span : throw none;
    }
}
