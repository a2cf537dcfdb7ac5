using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Benchmarks.Generator;

/// <summary>What the generator costs a compiler, beside System.Text.Json's own generator on the same types.</summary>
/// <remarks>
/// Both run in one process, turn by turn, in a compiler's own driver. Cold is a first run on a compilation that nobody has
/// looked into; a keystroke is a run after an edit in a file that has no table.
/// </remarks>
internal static class GeneratorComparison
{
    private const int WarmUps = 2;

    public static void Run(bool quick)
    {
        int rounds = quick ? 3 : 9;
        SortedDictionary<string, double> figures = new(StringComparer.Ordinal);
        Console.WriteLine("| tables | cold, CPU a table | its compiler's work on what was generated | keystroke a table | System.Text.Json: cold, CPU a type | keystroke a type |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (int tables in new[] { 10, 100, 1000 })
        {
            GeneratorLoad[] loads = [GeneratorLoad.OfRows(tables), GeneratorLoad.OfJson(tables)];
            List<double>[] cold = [[], []];
            List<double>[] compiled = [[], []];
            List<double>[] keystroke = [[], []];
            for (int round = -WarmUps; round < rounds; round++)
            {
                for (int load = 0; load < loads.Length; load++)
                {
                    (double coldRun, double compiling, IReadOnlyList<double> keystrokes) = loads[load].Measure(round);
                    if (round >= 0)
                    {
                        cold[load].Add(coldRun / tables);
                        compiled[load].Add(compiling / tables);
                        keystroke[load].AddRange(keystrokes.Select(milliseconds => milliseconds / tables));
                    }
                }
            }

            figures[$"generator_cold_ms_per_table_{tables}"] = Median(cold[0]);
            figures[$"generator_compile_ms_per_table_{tables}"] = Median(compiled[0]);
            figures[$"generator_keystroke_ms_per_table_{tables}"] = Median(keystroke[0]);
            figures[$"generator_keystroke_vs_json_{tables}"] = Median(keystroke[0]) / Median(keystroke[1]);
            figures[$"generator_cold_vs_json_{tables}"] = Median(cold[0]) / Median(cold[1]);
            Console.WriteLine(
                $"| {tables} | {Text(Median(cold[0]))} | {Text(Median(compiled[0]))} | {Text(Median(keystroke[0]))} "
                + $"| {Text(Median(cold[1]))} | {Text(Median(keystroke[1]))} |");
        }

        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(figures));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static string Text(double milliseconds) => milliseconds.ToString("0.000", CultureInfo.InvariantCulture) + " ms";
}
