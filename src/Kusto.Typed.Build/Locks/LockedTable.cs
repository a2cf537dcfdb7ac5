namespace Kusto.Typed.Build.Locks;

/// <summary>Several row types of one table, which stands in a lock once.</summary>
internal static class LockedTable
{
    private const string NullMark = "?";

    /// <summary>The columns of both; one in which either has nulls may have them.</summary>
    public static IEnumerable<string> Together(IEnumerable<string> lines, IEnumerable<string> others)
    {
        List<string> all = [.. lines];
        foreach (string other in others)
        {
            string column = WithoutMark(other);
            int place = all.FindIndex(line => WithoutMark(line) == column);
            if (place < 0)
            {
                all.Add(other);
            }
            else if (other.Length > all[place].Length)
            {
                all[place] = other;
            }
        }

        return all;
    }

    private static string WithoutMark(string line) =>
        line.EndsWith(NullMark, StringComparison.Ordinal) ? line.Substring(0, line.Length - NullMark.Length) : line;
}
