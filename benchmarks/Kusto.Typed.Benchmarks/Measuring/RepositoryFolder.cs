namespace Kusto.Typed.Benchmarks.Measuring;

/// <summary>Where the sources lie, for what is read from them or written beside them.</summary>
internal static class RepositoryFolder
{
    /// <summary>A path inside the repository.</summary>
    /// <exception cref="InvalidOperationException">The program does not lie inside a repository.</exception>
    public static string PathOf(params string[] parts)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kusto.Typed.sln")))
            {
                return Path.Combine([folder.FullName, .. parts]);
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} has Kusto.Typed.sln.");
    }
}
