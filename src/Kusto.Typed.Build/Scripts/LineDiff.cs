namespace Kusto.Typed.Build.Scripts;

/// <summary>What differs between two texts, line by line: <c>- removed</c>, <c>+ added</c>.</summary>
internal static class LineDiff
{
    private const int MaxLines = 40;

    // Beyond that many pairs of lines a table of all would take more memory than the answer is worth.
    private const int MaxPairs = 4_000_000;

    /// <summary>The lines of the first text that are gone, and those of the second that are new, in their order.</summary>
    public static string Of(string before, string after)
    {
        string[] lines = [.. Hunks(before.Split('\n'), after.Split('\n')).SelectMany(hunk => hunk.Lines())];
        string diff = string.Join("\n", lines.Take(MaxLines));
        return lines.Length > MaxLines ? $"{diff}\n… and {lines.Length - MaxLines} more lines" : diff;
    }

    private static IEnumerable<Hunk> Hunks(string[] before, string[] after)
    {
        int shorter = Math.Min(before.Length, after.Length);
        int start = 0;
        while (start < shorter && before[start] == after[start])
        {
            start++;
        }

        int end = 0;
        while (end < shorter - start && before[before.Length - 1 - end] == after[after.Length - 1 - end])
        {
            end++;
        }

        ArraySegment<string> removed = new(before, start, before.Length - start - end);
        ArraySegment<string> added = new(after, start, after.Length - start - end);
        return (long)removed.Count * added.Count > MaxPairs ? [new Hunk(removed, added)] : Between(removed, added);
    }

    private static IEnumerable<Hunk> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int[,] common = CommonLines(before, after);
        List<string> removed = [];
        List<string> added = [];
        int old = 0;
        int fresh = 0;
        while (old < before.Count || fresh < after.Count)
        {
            if (old < before.Count && fresh < after.Count && before[old] == after[fresh])
            {
                yield return new Hunk([.. removed], [.. added]);
                removed.Clear();
                added.Clear();
                old++;
                fresh++;
            }
            else if (fresh == after.Count || (old < before.Count && common[old + 1, fresh] >= common[old, fresh + 1]))
            {
                removed.Add(before[old++]);
            }
            else
            {
                added.Add(after[fresh++]);
            }
        }

        yield return new Hunk(removed, added);
    }

    // How many lines the rest of one text has in common with the rest of the other, for each pair of places.
    private static int[,] CommonLines(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int[,] common = new int[before.Count + 1, after.Count + 1];
        for (int old = before.Count - 1; old >= 0; old--)
        {
            for (int fresh = after.Count - 1; fresh >= 0; fresh--)
            {
                common[old, fresh] = before[old] == after[fresh]
                    ? common[old + 1, fresh + 1] + 1
                    : Math.Max(common[old + 1, fresh], common[old, fresh + 1]);
            }
        }

        return common;
    }
}
