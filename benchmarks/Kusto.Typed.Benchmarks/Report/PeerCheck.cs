using System.Globalization;

namespace Kusto.Typed.Benchmarks.Report;

/// <summary>Whether those that we are compared with are at their best: a slow rival would make us look fast.</summary>
/// <remarks>
/// Their times on StormEvents are held against the time of encoding the strings alone, which is the machine's and nobody's
/// merit. The multiples were found once with each of them written as well as it can be.
/// </remarks>
internal static class PeerCheck
{
    private const string Table = "storm_hot";
    private const double Tolerance = 0.25;

    private static readonly (string[] Ways, double Multiple)[] s_expected =
        [([Keys.CsvHelper, Keys.CsvHelperByHand], 3.6), ([Keys.DataReader], 8.6)];

    /// <summary>Whether these results have what is held against each other.</summary>
    public static bool Applies(Results results) => results.Tables.ContainsKey(Table);

    /// <summary>A sentence for each, and whether all are what they should be.</summary>
    public static bool Check(Results results, out IReadOnlyList<string> findings)
    {
        List<string> sentences = [];
        bool fair = true;
        foreach ((string[] ways, double multiple) in s_expected)
        {
            string best = ways.MinBy(way => results.Get(Table, way, Results.Nanoseconds))!;
            double found = results.Get(Table, best, Results.Nanoseconds) / results.Get(Table, Keys.GetBytes, Results.Nanoseconds);
            results.Ratios[$"peer_vs_getbytes_{ways[0]}"] = Math.Round(found, 2);
            bool holds = Math.Abs(found - multiple) <= multiple * Tolerance;
            fair &= holds;
            sentences.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{(holds ? "Fair" : "NOT FAIR")}: {Keys.Name(best)} takes {found:F2} x the time of encoding the strings alone; "
                + $"{multiple:F1} x was expected, {multiple * (1 - Tolerance):F2} to {multiple * (1 + Tolerance):F2} is taken."));
        }

        findings = sentences;
        return fair;
    }
}
