namespace Kusto.Typed.Benchmarks.Report;

/// <summary>A file of results, into which runs put what they have measured.</summary>
internal static class ResultsFile
{
    /// <summary>Puts results into the file; tables that they do not have stay as they are.</summary>
    public static void Update(string file, Results results)
    {
        Results? known = File.Exists(file) ? ResultsJson.Read(File.ReadAllText(file)) : null;
        foreach ((string table, var rows) in known?.Tables ?? [])
        {
            results.Tables.TryAdd(table, rows);
        }

        // A ratio of an earlier run that does not follow from its tables is no fact of this one.
        Ratios.Derive(results);
        foreach ((string name, string fact) in known?.Facts ?? [])
        {
            if (!results.Ratios.ContainsKey(name))
            {
                results.Facts.TryAdd(name, fact);
            }
        }

        File.WriteAllText(file, ResultsJson.Write(results, indented: true) + "\n");
    }
}
