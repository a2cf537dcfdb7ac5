namespace Kusto.Typed.Benchmarks.Report;

/// <summary>What was measured: tables of figures of which less is better, ratios that follow, and on what machine.</summary>
internal sealed class Results
{
    /// <summary>What a ratio compares, the best time of a call or a row in nanoseconds.</summary>
    public const string Nanoseconds = "ns";

    /// <summary>The time of the middle one of the rounds.</summary>
    public const string Median = "median";

    /// <summary>The process that had the best time, where there were several.</summary>
    public const string Process = "process";

    /// <summary>The machine, the versions, and how thoroughly was measured.</summary>
    public SortedDictionary<string, string> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>A contender's time by ours, by table and contender: more is better.</summary>
    public SortedDictionary<string, double> Ratios { get; } = new(StringComparer.Ordinal);

    /// <summary>The figures by table, row and name; rows and figures in the order in which they came.</summary>
    public SortedDictionary<string, OrderedDictionary<string, OrderedDictionary<string, double>>> Tables { get; } =
        new(StringComparer.Ordinal);

    /// <summary>Adds a figure; one that is there stays if it is less.</summary>
    public void Add(string table, string row, string figure, double value)
    {
        OrderedDictionary<string, double> figures = Row(table, row);
        figures[figure] = figures.TryGetValue(figure, out double other) ? Math.Min(other, Rounded(value)) : Rounded(value);
    }

    /// <summary>A figure; not a number where nobody measured it.</summary>
    public double Get(string table, string row, string figure) =>
        Tables.TryGetValue(table, out var rows)
        && rows.TryGetValue(row, out var figures)
        && figures.TryGetValue(figure, out double value)
            ? value
            : double.NaN;

    /// <summary>Takes what another process has measured, figure by figure, where it is less.</summary>
    public void Merge(Results other, int process)
    {
        foreach ((string name, string fact) in other.Facts)
        {
            Facts[name] = fact;
        }

        foreach ((string table, var rows) in other.Tables)
        {
            foreach ((string row, var figures) in rows)
            {
                Note(table, row, figures, process);
                foreach ((string figure, double value) in figures)
                {
                    Add(table, row, figure, value);
                }
            }
        }
    }

    /// <summary>Takes one table of another process, under a name of its own.</summary>
    public void Merge(Results other, string table, string name) => Tables[name] = other.Tables[table];

    private void Note(string table, string row, OrderedDictionary<string, double> figures, int process)
    {
        double known = Get(table, row, Nanoseconds);
        if (figures.TryGetValue(Nanoseconds, out double found) && (double.IsNaN(known) || found < known))
        {
            Row(table, row)[Process] = process;
        }
    }

    private OrderedDictionary<string, double> Row(string table, string row)
    {
        if (!Tables.TryGetValue(table, out var rows))
        {
            Tables.Add(table, rows = new(StringComparer.Ordinal));
        }

        if (!rows.TryGetValue(row, out var figures))
        {
            rows.Add(row, figures = new(StringComparer.Ordinal));
        }

        return figures;
    }

    private static double Rounded(double value) => Math.Round(value, value < 10 ? 3 : 1);
}
