namespace Kusto.Typed.Build.Scripts;

/// <summary>A place where texts differ: the lines that are gone, and those that stand there instead.</summary>
internal sealed record Hunk(IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    /// <summary>The lines with their signs; a line beside the one that it replaces is shown where it differs.</summary>
    public IEnumerable<string> Lines() => Lines("- ", Removed, Added).Concat(Lines("+ ", Added, Removed));

    private static IEnumerable<string> Lines(string sign, IReadOnlyList<string> lines, IReadOnlyList<string> others) =>
        lines.Select((line, place) => sign + LongLine.Shorten(line, place < others.Count ? others[place] : null));
}
