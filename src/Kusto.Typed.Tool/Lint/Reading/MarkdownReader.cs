using System.Text.RegularExpressions;

namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>The code of Markdown: fenced, by its language, indented, and in a line of text.</summary>
internal static partial class MarkdownReader
{
    public static IEnumerable<LintText> Read(LintText text)
    {
        // What is commented out is not there, fences and all.
        string visible = Comment().Replace(text.Value, comment => new string(' ', comment.Length));
        int position = 0;
        while (position < text.Value.Length)
        {
            Match fence = Fence().Match(visible, position);
            int end = fence.Success ? fence.Index : text.Value.Length;
            foreach (LintText found in Prose(text, visible[position..end], position))
            {
                yield return found;
            }

            if (!fence.Success)
            {
                yield break;
            }

            int start = Math.Min(fence.Index + fence.Length, text.Value.Length);
            int close = Close(visible, start, fence.Groups["fence"].Value, out position);
            foreach (LintText found in Languages.Read(fence.Groups["language"].Value, text.Part(start, close)))
            {
                yield return found;
            }
        }
    }

    // A fence is closed by one at least as long; the end of the text closes it too.
    private static int Close(string text, int start, string fence, out int next)
    {
        Match close = Regex.Match(text[start..], $@"^[ ]*{fence}{fence[0]}*[ \t\r]*$", RegexOptions.Multiline);
        next = close.Success ? start + close.Index + close.Length : text.Length;
        return close.Success ? start + close.Index : text.Length;
    }

    private static IEnumerable<LintText> Prose(LintText text, string prose, int offset)
    {
        IEnumerable<Group> code = IndentedBlock().Matches(prose)
            .Concat(InlineCode().Matches(prose).Select(inline => inline.Groups["code"]));
        foreach (Group part in code)
        {
            yield return text.Part(offset + part.Index, offset + part.Index + part.Length);
        }
    }

    [GeneratedRegex(@"^[ ]*(?<fence>`{3,}|~{3,})[ \t]*\{?\.?(?<language>[\w#+-]*)[^`\n]*(\n|\z)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^([ ]{4}|\t)[^\n]*\n?(([ ]{4}|\t)[^\n]*\n?|[ \t\r]*\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex IndentedBlock();

    [GeneratedRegex(@"(?<!`)(?<ticks>`+)(?!`)(?<code>[^\n]+?)(?<!`)\k<ticks>(?!`)", RegexOptions.ExplicitCapture)]
    private static partial Regex InlineCode();
}
