using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Kusto.Typed.Generator.Tests.Testing;

/// <summary>Source with <c>{|KT0003:places|}</c> at which diagnostics are expected.</summary>
internal sealed partial record MarkedSource(string Text, IReadOnlyList<(string Id, TextSpan Span)> Marks)
{
    public static MarkedSource Parse(string marked)
    {
        StringBuilder text = new();
        List<(string, TextSpan)> marks = [];
        int done = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            text.Append(marked, done, match.Index - done);
            marks.Add((match.Groups["id"].Value, new TextSpan(text.Length, match.Groups["place"].Length)));
            text.Append(match.Groups["place"].Value);
            done = match.Index + match.Length;
        }

        return new MarkedSource(text.Append(marked, done, marked.Length - done).ToString(), marks);
    }

    [GeneratedRegex(@"\{\|(?<id>KT\d{4}):(?<place>.*?)\|\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
