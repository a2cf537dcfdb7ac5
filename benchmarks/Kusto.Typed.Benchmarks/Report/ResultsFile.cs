namespace Kusto.Typed.Benchmarks.Report;

/// <summary>A file of results, into which runs put what they have measured.</summary>
internal static class ResultsFile
{
    /// <summary>Puts results into the file; tables that they do not have stay as they are.</summary>
    public static void Update(string file, Results results)
    {
        if (File.Exists(file))
        {
            Results known = ResultsJson.Read(File.ReadAllText(file));
            foreach ((string table, var rows) in known.Tables)
            {
                results.Tables.TryAdd(table, rows);
            }

            foreach ((string name, string fact) in known.Facts)
            {
                results.Facts.TryAdd(name, fact);
            }
        }

        Ratios.Derive(results);
        File.WriteAllText(file, ResultsJson.Write(results, indented: true) + "\n");
    }
}
