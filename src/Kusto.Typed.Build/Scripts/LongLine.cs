namespace Kusto.Typed.Build.Scripts;

/// <summary>Long lines, as short as what they show allows.</summary>
internal static class LongLine
{
    private const int MaxLength = 160;

    // What is kept of a line's beginning, which says what it is about, and on both sides of the place that matters.
    private const int Beginning = 45;
    private const int Beside = 30;

    /// <summary>A line with what sets it apart from another; null: its beginning.</summary>
    public static string Shorten(string line, string? other)
    {
        if (line.Length <= MaxLength)
        {
            return line;
        }

        (int start, int end) = other is null ? (0, line.Length) : Difference(line, other);
        int from = start - Beside <= Beginning ? 0 : start - Beside;
        int to = Math.Min(Math.Min(end + Beside, line.Length), from + MaxLength);
        return (from == 0 ? "" : line.Substring(0, Beginning) + " … ")
            + line.Substring(from, to - from)
            + (to == line.Length ? "" : " …");
    }

    private static (int Start, int End) Difference(string line, string other)
    {
        int shorter = Math.Min(line.Length, other.Length);
        int start = 0;
        while (start < shorter && line[start] == other[start])
        {
            start++;
        }

        int same = 0;
        while (same < shorter - start && line[line.Length - 1 - same] == other[other.Length - 1 - same])
        {
            same++;
        }

        return (start, line.Length - same);
    }
}
