namespace Kusto.Typed.Build.Scripts;

/// <summary>A file that the build writes: its path and what it is to hold.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="FirstLine">The line by which a file of ours is known.</param>
/// <param name="Text">What it is to hold; null: it is not to be there.</param>
internal sealed record SchemaFile(string Path, string FirstLine, string? Text)
{
    /// <summary>The files for these tables; where there are none, files that are not to be there.</summary>
    public static IReadOnlyList<SchemaFile> All(string folder, IReadOnlyList<ProjectTable> tables) =>
    [
        new(
            System.IO.Path.Combine(folder, "schema.kql"),
            KqlScript.FirstLine,
            tables.Count == 0 ? null : KqlScript.Of(tables)),
        new(
            System.IO.Path.Combine(folder, "schema.json"),
            SchemaDocument.FirstLine,
            tables.Count == 0 ? null : SchemaDocument.Of(tables)),
    ];

    /// <summary>Brings the file to what it is to be, and leaves it alone where it is that already.</summary>
    /// <exception cref="KustoBuildException">It cannot be written, or there is a file that somebody else wrote.</exception>
    public void Write()
    {
        string? found = TextFile.Read(Path);
        if (found is not null && !IsOurs(found))
        {
            if (Text is null)
            {
                return;
            }

            throw new KustoBuildException(
                KustoBuildException.NotOurs,
                Path,
                $"The build would write the schema of the tables to '{Path}', where there is a file that it has not "
                + "written: move that file, or set KustoSchemaOutput to another folder.");
        }

        if (found != Text)
        {
            TextFile.Write(Path, Text);
        }
    }

    /// <summary>Says how a committed copy differs from what it is to be; null where it does not.</summary>
    public string? Difference()
    {
        string? found = TextFile.Read(Path);
        found = Text is null && found is not null && !IsOurs(found) ? null : found;
        return found == Text ? null : (found, Text) switch
        {
            (null, _) => "is missing",
            (_, null) => "is there, and the project has no tables (any more)",
            _ => "is stale:\n" + LineDiff.Of(found!, Text!),
        };
    }

    private bool IsOurs(string text) => text.StartsWith(FirstLine + "\n", StringComparison.Ordinal);
}
