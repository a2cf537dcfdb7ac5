namespace Kusto.Typed.Testing;

/// <summary>Where the sources lie, for tests that read them or run scripts beside them.</summary>
public static class Repository
{
    /// <summary>The folder of the solution file, found upwards from the test's own assembly.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kusto.Typed.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException(
            $"No folder above {AppContext.BaseDirectory} has Kusto.Typed.sln: run the tests from inside the repository.");
    }
}
