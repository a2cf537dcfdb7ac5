using System.Globalization;
using Kusto.Typed.Benchmarks.Reading;
using Kusto.Typed.Benchmarks.Whole;
using Kusto.Typed.Benchmarks.Writing;

namespace Kusto.Typed.Benchmarks;

/// <summary>Everything that is compared, in one run.</summary>
internal static class Comparison
{
    /// <summary>A process that measures once what takes turns in it, and prints it as JSON.</summary>
    public const string PartVerb = "compare-part";
    private const int Processes = 3;

    /// <summary>Measures, prints tables and, as the last line, all ratios as one JSON object.</summary>
    /// <param name="options">How thoroughly.</param>
    /// <returns>The exit code: zero if those that we are compared with were at their best.</returns>
    public static async Task<int> RunAsync(ComparisonOptions options)
    {
        Results results = new();
        results.Facts["processes"] = (options.Quick ? 1 : Processes).ToString(CultureInfo.InvariantCulture);
        if (options.Quick)
        {
            await MeasureAsync(options, results);
        }
        else
        {
            MeasureInProcesses(options, results);
        }

        if (!options.OnlyHot)
        {
            YoungProcess.Measure(processes: options.Quick ? 3 : 9, results);
            WideRows.Measure(options.Quick, results);
            FieldCosts.Run(options.Quick, results);
            Growth.Run(options.Quick, results);
        }

        if (!options.Quick)
        {
            Widths.Measure(results);
        }

        return Finish(results, options.Output);
    }

    /// <summary>What takes turns in one process.</summary>
    public static async Task MeasureAsync(ComparisonOptions options, Results results)
    {
        Machine.Describe(results);
        WritingComparison.Hot(options.Quick, results);
        PeerCheck.Measure(results);
        Allocation.Measure(results);
        if (!options.OnlyHot)
        {
            WritingComparison.Cold(options.Quick, results);
            await ReadComparison.RunAsync(options.Quick, results);
            await WholeComparison.RunAsync(options.Quick, results);
        }
    }

    /// <summary>Prints what was measured, and keeps it where the options say.</summary>
    /// <returns>The exit code.</returns>
    public static int Finish(Results results, string? output)
    {
        Ratios.Derive(results);
        bool fair = PeerCheck.Check(results, out IReadOnlyList<string> findings);
        if (findings.Count > 0)
        {
            results.Facts["peers"] = fair ? "fair" : "not fair";
        }

        Console.WriteLine('\n' + string.Join(", ", results.Facts.Select(fact => $"{fact.Key} {fact.Value}")));
        Section.Print(results, Console.Out);
        Console.WriteLine('\n' + string.Join('\n', findings));
        Console.WriteLine(ResultsJson.Write(results, indented: false));
        if (output is not null)
        {
            ResultsFile.Update(output, results);
        }

        return fair ? 0 : 1;
    }

    // One process in four is unlucky for its whole life, with how its code lies in memory.
    private static void MeasureInProcesses(ComparisonOptions options, Results results)
    {
        for (int process = 1; process <= Processes; process++)
        {
            Console.WriteLine($"process {process} of {Processes}");
            results.Merge(ResultsJson.Read(BenchmarkProcess.Run([PartVerb, .. options.ToArguments()])), process);
        }
    }
}
