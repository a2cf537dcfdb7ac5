namespace Kusto.Typed.Tool.Lint;

/// <summary>Finds and reads the files that the words on the command line name.</summary>
internal static class LintFiles
{
    private const string StandardInput = "-";

    private static readonly string[] s_skippedFolders = ["bin", "obj", "node_modules"];

    /// <summary>Reads files, folders, patterns and, for <c>-</c>, standard input, each file once.</summary>
    /// <exception cref="UsageException">A word names nothing.</exception>
    public static async Task<List<LintFile>> ReadAsync(
        IEnumerable<string> words, string inputName, TextReader input, CancellationToken cancellationToken)
    {
        List<LintFile> files = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (string word in words)
        {
            if (word == StandardInput)
            {
                files.Add(new LintFile(inputName, await input.ReadToEndAsync(cancellationToken).ConfigureAwait(false)));
                continue;
            }

            foreach (string path in Paths(word).Where(path => known.Add(Path.GetFullPath(path))))
            {
                string text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
                files.Add(new LintFile(path.Replace('\\', '/'), text));
            }
        }

        return files;
    }

    private static IEnumerable<string> Paths(string word)
    {
        if (File.Exists(word))
        {
            return [word];
        }

        if (Directory.Exists(word))
        {
            return Below(word).Where(path => Languages.IsKnown(path));
        }

        if (!GlobPattern.IsOne(word))
        {
            throw new UsageException($"There is no file and no folder '{word}'.");
        }

        GlobPattern pattern = new(word);
        List<string> found = Directory.Exists(pattern.Folder) ? [.. Below(pattern.Folder).Where(pattern.Matches)] : [];
        return found.Count > 0 ? found : throw new UsageException($"No file is like '{word}'.");
    }

    // What tools leave behind is not what somebody wrote; the order is the same on every machine.
    private static IEnumerable<string> Below(string folder)
    {
        IEnumerable<string> files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal);
        IEnumerable<string> folders = Directory.EnumerateDirectories(folder)
            .Where(path => Path.GetFileName(path) is var name
                && !name.StartsWith('.') && !s_skippedFolders.Contains(name))
            .Order(StringComparer.Ordinal);
        return files.Concat(folders.SelectMany(Below)).Select(path =>
            path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);
    }
}
