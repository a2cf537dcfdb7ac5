using Kusto.Typed.Build.Metadata;
using Kusto.Typed.Build.Scripts;

namespace Kusto.Typed.Build.Locks;

/// <summary>The text of a <c>kusto.lock</c>.</summary>
internal static class LockFile
{
    /// <summary>The first line of every lock.</summary>
    public const string FirstLine = "# What has shipped of the tables. Made by: dotnet build -p:KustoLockUpdate=true";

    private const string TablePrefix = "table ";
    private const char Comment = '#';

    /// <summary>A lock of these tables, by name; the comments before a table of the old lock stay with the table.</summary>
    public static string Of(IEnumerable<AssemblyTable> tables, string? old)
    {
        Dictionary<string, List<string>> comments = Comments(old ?? "");
        IEnumerable<string> blocks = tables
            .Where(table => table.Lock is not null)
            .GroupBy(table => table.Name, StringComparer.Ordinal)
            .OrderBy(types => types.Key, StringComparer.Ordinal)
            .Select(types => Block(
                comments.TryGetValue(types.Key, out List<string>? found) ? found : [],
                [.. types.Select(type => type.Lock!).OrderBy(text => text, StringComparer.Ordinal)]));
        return FirstLine + "\n" + string.Concat(blocks);
    }

    private static string Block(List<string> comments, string[] types)
    {
        IEnumerable<string> lines = types[0].Split('\n');
        foreach (string type in types.Skip(1))
        {
            lines = LockedTable.Together(lines, type.Split('\n'));
        }

        return "\n" + string.Concat(comments.Concat(lines).Select(line => line + "\n"));
    }

    // By table; those at the end of the file, and those between columns, belong to no table.
    private static Dictionary<string, List<string>> Comments(string text)
    {
        Dictionary<string, List<string>> comments = [];
        List<string> before = [];
        foreach (string line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length > 0 && line[0] == Comment)
            {
                before.Add(line);
            }
            else if (line.Length > 0)
            {
                if (line.StartsWith(TablePrefix, StringComparison.Ordinal))
                {
                    comments[line.Substring(TablePrefix.Length)] = [.. before.Where(comment => comment != FirstLine)];
                }

                before.Clear();
            }
        }

        return comments;
    }
}
