using System.Globalization;

namespace Kusto.Typed.Benchmarks.Generator;

/// <summary>What the generator costs a compiler, beside System.Text.Json's own generator on the same types.</summary>
/// <remarks>
/// Both run in one process, turn by turn, in a compiler's own driver. Cold is a first run on a compilation that nobody has
/// looked into; a keystroke is a run after an edit in a file that has no table.
/// </remarks>
internal static class GeneratorComparison
{
    private const int WarmUps = 2;
    private const double Kilobyte = 1024;

    public static void Run(bool quick, Results results)
    {
        foreach (int tables in new[] { 10, 100, 1000 })
        {
            string row = string.Create(CultureInfo.InvariantCulture, $"{tables:N0} tables");
            (GeneratorLoad Load, string Prefix, GeneratorCosts Costs)[] loads =
            [
                (GeneratorLoad.OfRows(tables), "", new()),
                (GeneratorLoad.OfJson(tables), "json_", new()),
            ];
            for (int round = -WarmUps; round < (quick ? 3 : 7); round++)
            {
                foreach ((GeneratorLoad load, _, GeneratorCosts costs) in loads)
                {
                    GeneratorCosts cost = load.Measure(round);
                    if (round >= 0)
                    {
                        costs.Add(cost);
                    }
                }
            }

            foreach ((_, string prefix, GeneratorCosts costs) in loads)
            {
                results.Add("generator", row, prefix + "cold", Median(costs.Cold) / tables);
                results.Add("generator", row, prefix + "keystroke", Median(costs.Keystrokes) / tables);
                results.Add("generator", row, prefix + "memory", Median(costs.KeptBytes) / tables / Kilobyte);
            }

            results.Add("generator", row, "compile", Median(loads[0].Costs.Compiling) / tables);
        }
    }

    private static double Median(List<double> values) => Times.Of(values).Median;
}
