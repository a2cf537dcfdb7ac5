namespace Kusto.Typed.Benchmarks;

/// <summary>Writes the page on performance, and its pictures, from results.</summary>
internal static class ReportFiles
{
    public static void Write(string resultsFile)
    {
        Results results = ResultsJson.Read(File.ReadAllText(resultsFile));
        File.WriteAllText(RepositoryFolder.PathOf("docs", "performance.md"), Page.Write(results));
        string images = Directory.CreateDirectory(RepositoryFolder.PathOf("docs", "images")).FullName;
        foreach ((string file, string svg) in Charts.Draw(results))
        {
            File.WriteAllText(Path.Combine(images, file), svg);
        }
    }
}
