using System.Globalization;

namespace Kusto.Typed.Benchmarks.Report;

/// <summary>Whether those that we are compared with are at their best: a slow rival would make us look fast.</summary>
/// <remarks>
/// Their times on StormEvents are held against the time of encoding the strings alone, which is the machine's and nobody's
/// merit. The multiples were found once with each of them written as well as it can be. Both times are of one process,
/// since it is in the same that both have the same luck; of several that one counts where the peer did best.
/// </remarks>
internal static class PeerCheck
{
    private const string Table = "storm_hot";
    private const string Checked = "peers";
    private const string Times = "times";
    private const double Tolerance = 0.25;

    private static readonly (string Peer, string[] Ways, double Multiple)[] s_expected =
    [
        ("CsvHelper 34 at its fastest", [Keys.CsvHelper, Keys.CsvHelperByHand], 3.6),
        ("The data reader", [Keys.DataReader], 8.6),
    ];

    /// <summary>
    /// Keeps how many times the encoding of the strings alone each takes, in the faster of its ways, in this process.
    /// </summary>
    public static void Measure(Results results)
    {
        double strings = results.Get(Table, Keys.GetBytes, Results.Nanoseconds);
        foreach ((_, string[] ways, _) in s_expected)
        {
            double fastest = ways.Select(way => results.Get(Table, way, Results.Nanoseconds)).Min();
            if (double.IsFinite(fastest / strings))
            {
                results.Add(Checked, ways[0], Times, fastest / strings);
            }
        }
    }

    /// <summary>Sets the ratios that were kept.</summary>
    public static void Derive(Results results)
    {
        foreach ((_, string[] ways, _) in s_expected)
        {
            Ratios.Add(results, Ratio(ways), results.Get(Checked, ways[0], Times));
        }
    }

    /// <summary>A sentence for each that was measured, and whether all are what they should be.</summary>
    public static bool Check(Results results, out IReadOnlyList<string> findings)
    {
        List<string> sentences = [];
        bool fair = true;
        foreach ((string peer, string[] ways, double multiple) in s_expected)
        {
            if (results.Ratios.TryGetValue(Ratio(ways), out double found))
            {
                bool holds = Math.Abs(found - multiple) <= multiple * Tolerance;
                fair &= holds;
                sentences.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(holds ? "Fair" : "NOT FAIR")}: {peer} takes {found:F2} x the time of encoding the "
                    + $"strings alone; {multiple:F1} x was expected, "
                    + $"{multiple * (1 - Tolerance):F2} to {multiple * (1 + Tolerance):F2} is taken."));
            }
        }

        findings = sentences;
        return fair;
    }

    private static string Ratio(string[] ways) => $"peer_vs_getbytes_{ways[0]}";
}
