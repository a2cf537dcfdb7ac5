namespace Kusto.Typed.Ingestion.Sources;

/// <summary>One file or stream to read.</summary>
/// <param name="Name">What problems call it.</param>
/// <param name="Open">Opens it from its beginning.</param>
/// <param name="CanRepeat">True where it can be opened again and has the same bytes then.</param>
internal sealed record SourceFile(string Name, Func<Stream> Open, bool CanRepeat)
{
    private static readonly string[] s_endings = [".csv", ".tsv", ".csv.gz", ".tsv.gz"];

    /// <summary>The file of a path, or all that are wanted of a folder, in the order of their paths.</summary>
    /// <exception cref="KustoSourceException">There is no such file or folder, or nothing to read in it.</exception>
    public static IReadOnlyList<SourceFile> Find(string path, KustoCsvSourceOptions options)
    {
        if (File.Exists(path))
        {
            return [Of(path, Path.GetFileName(path))];
        }

        if (!Directory.Exists(path))
        {
            throw Problem(path, "there is no such file or folder");
        }

        SearchOption depth = options.Recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        SourceFile[] files =
        [
            .. Directory.EnumerateFiles(path, options.SearchPattern ?? "*", depth)
                .Where(file => options.SearchPattern is not null || HasEnding(file))
                .Order(StringComparer.Ordinal)
                .Select(file => Of(file, Path.GetRelativePath(path, file))),
        ];
        string wanted = options.SearchPattern ?? string.Join(", ", s_endings.Select(ending => "*" + ending));
        return files.Length > 0 ? files : throw Problem(path, $"the folder has no file of the pattern {wanted}");
    }

    /// <summary>A stream from where it stands; it stays its owner's.</summary>
    public static SourceFile Of(Stream stream, string name)
    {
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        long start = stream.CanSeek ? stream.Position : 0;
        return new SourceFile(name, () => new HeldStream(stream, start), stream.CanSeek);
    }

    /// <summary>The separator that the options name, or else the one that the name lets expect.</summary>
    public char Separator(KustoCsvSourceOptions options) =>
        options.Separator
        ?? (Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)
            || Name.EndsWith(".tsv.gz", StringComparison.OrdinalIgnoreCase) ? '\t' : ',');

    private static SourceFile Of(string path, string name) =>
        new(
            name,
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true),
            CanRepeat: true);

    private static bool HasEnding(string file) =>
        s_endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static KustoSourceException Problem(string path, string reason) =>
        KustoSourceException.Of(new RecordProblem(path, 0, 0, Column: null, reason));
}
