namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>The cells of a notebook: Markdown, Python, or Kusto's own language behind a magic word.</summary>
internal static class NotebookReader
{
    public static IEnumerable<LintText> Read(LintText text)
    {
        List<HostToken> tokens = JsonReader.Tokens(text);
        bool isMarkdown = false;
        for (int place = 0; place + 2 < tokens.Count; place++)
        {
            if (tokens[place].Literal is not { } key || !tokens[place + 1].IsSign(':'))
            {
                continue;
            }

            if (key.Value == "cell_type")
            {
                isMarkdown = tokens[place + 2].Literal?.Value == "markdown";
            }
            else if (key.Value == "source")
            {
                foreach (LintText found in Cell(Source(text, tokens, place + 2), isMarkdown))
                {
                    yield return found;
                }
            }
        }
    }

    private static IEnumerable<LintText> Cell(LintText source, bool isMarkdown) =>
        Languages.Read(
            isMarkdown ? "md" : source.Value.StartsWith('%') || source.Value.StartsWith("#!", StringComparison.Ordinal) ? "kql" : "py",
            source);

    // One string, or an array of the cell's lines.
    private static LintText Source(LintText text, List<HostToken> tokens, int place)
    {
        LintText.Builder source = new(text);
        bool isArray = tokens[place].IsSign('[');
        for (; place < tokens.Count && !tokens[place].IsSign(']'); place++)
        {
            if (tokens[place].Literal is { } line)
            {
                source.Append(line);
            }

            if (!isArray)
            {
                break;
            }
        }

        return source.Build();
    }
}
