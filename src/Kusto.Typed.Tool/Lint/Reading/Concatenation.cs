namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>Puts literals together that are one text: those beside each other, and those that <c>+</c> joins.</summary>
/// <remarks>What is joined to them and is no literal leaves a <see cref="LintText.Hole"/>.</remarks>
internal static class Concatenation
{
    public static IEnumerable<LintText> Join(LintText host, IReadOnlyList<HostToken> tokens)
    {
        int place = 0;
        while (place < tokens.Count)
        {
            if (tokens[place].Kind != HostTokenKind.Literal)
            {
                place++;
                continue;
            }

            int start = place;
            LintText.Builder text = new(host);
            if (start > 0 && tokens[start - 1].IsSign('+'))
            {
                text.Append(LintText.Hole, 0);
            }

            place = JoinOne(text, tokens, place);
            if (!IsFormat(tokens, start, place))
            {
                yield return text.Build();
            }
        }
    }

    private static int JoinOne(LintText.Builder text, IReadOnlyList<HostToken> tokens, int place)
    {
        while (place < tokens.Count)
        {
            if (tokens[place].Literal is { } literal)
            {
                text.Append(literal);
                place++;
            }
            else if (!tokens[place].IsSign('+'))
            {
                break;
            }
            else if (place + 1 < tokens.Count && tokens[place + 1].Kind == HostTokenKind.Literal)
            {
                place++;
            }
            else
            {
                text.Append(LintText.Hole, 0);
                place = EndOfOperand(tokens, place + 1);
            }
        }

        return place;
    }

    private static int EndOfOperand(IReadOnlyList<HostToken> tokens, int place)
    {
        int depth = 0;
        for (; place < tokens.Count; place++)
        {
            HostToken token = tokens[place];
            if (token.Kind == HostTokenKind.LineEnd || (depth == 0 && IsAny(token, "+;,)]}")))
            {
                break;
            }

            depth += IsAny(token, "([{") ? 1 : IsAny(token, ")]}") ? -1 : 0;
        }

        return place;
    }

    // In a text to be filled in braces are doubled and numbered: it is no command yet.
    private static bool IsFormat(IReadOnlyList<HostToken> tokens, int start, int end)
    {
        bool isFirstArgument = start > 1 && tokens[start - 1].IsSign('(');
        if (isFirstArgument && tokens[start - 2].Text is "Format" or "AppendFormat")
        {
            return true;
        }

        HostToken next = end < tokens.Count ? tokens[end] : default;
        HostToken second = end + 1 < tokens.Count ? tokens[end + 1] : default;
        return next.Kind == HostTokenKind.Sign
            && (next.Text == "%" || (next.Text == "." && second.IsWord("format")) || (next.Text == "-" && second.IsWord("f")));
    }

    private static bool IsAny(HostToken token, string signs) =>
        token.Kind == HostTokenKind.Sign && signs.Contains(token.Text[0]);
}
