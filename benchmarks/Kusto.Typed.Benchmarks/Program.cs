using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Kusto.Typed.Benchmarks;
using Kusto.Typed.Benchmarks.Generator;
using Kusto.Typed.Benchmarks.Reading;
using Kusto.Typed.Benchmarks.Whole;
using Kusto.Typed.Benchmarks.Writing;

string verb = args.FirstOrDefault() ?? "";
string[] rest = [.. args.Skip(1)];
ComparisonOptions options = ComparisonOptions.Of(rest);
Results results = new();
switch (verb)
{
    case "compare":
        return await Comparison.RunAsync(options);
    case Comparison.PartVerb:
        await Comparison.MeasureAsync(options, results);
        Console.WriteLine(ResultsJson.Write(results, indented: false));
        return 0;
    case "read":
        await ReadComparison.RunAsync(options.Quick, results);
        break;
    case "whole":
        await WholeComparison.RunAsync(options.Quick, results);
        Growth.Run(options.Quick, results);
        break;
    case "generator":
        GeneratorComparison.Run(options.Quick, results);
        break;
    case "columns":
        WideRows.Measure(options.Quick, results);
        break;
    case "widths":
        Widths.Measure(results);
        break;
    case FieldCosts.Verb:
        FieldCosts.Run(options.Quick, results);
        break;
    case "report":
        ReportFiles.Write(rest[0]);
        return 0;
    case Profile.Verb:
        Profile.Run(rest[0]);
        return 0;

    // What runs of this program start for themselves.
    case YoungProcess.Verb:
        YoungProcess.Run(rest[0]);
        return 0;
    case "discard-server":
        DiscardServer.Run();
        return 0;
    case "whole-peak":
        await PeakMemory.RunAsync(rest[0], rest[1], rest[2], rest[3]);
        return 0;
    default:
        // It compiles the library anew for each run, with all analyzers.
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
        BenchmarkSwitcher.FromAssembly(typeof(WriterBenchmarks).Assembly).Run(args, config);
        return 0;
}

return Comparison.Finish(results, options.Output);
