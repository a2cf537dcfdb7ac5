using BenchmarkDotNet.Running;
using Kusto.Typed.Benchmarks;
using Kusto.Typed.Benchmarks.Reading;
using Kusto.Typed.Benchmarks.Whole;

if (args is ["compare", .. var options])
{
    Comparison.Run(
        quick: options.Contains("--quick", StringComparer.Ordinal), onlyHot: options.Contains("--hot", StringComparer.Ordinal));
}
else if (args is [YoungProcess.Verb, var contender])
{
    YoungProcess.Run(contender);
}
else if (args is [Profile.Verb, var shape])
{
    Profile.Run(shape);
}
else if (args is ["discard-server"])
{
    DiscardServer.Run();
}
else if (args is ["whole-peak", var server, var shapeOfRows, var rows, var inFlight])
{
    await PeakMemory.RunAsync(server, shapeOfRows, rows, inFlight);
}
else if (args is [("read" or "whole") and var part, .. var partOptions])
{
    bool quick = partOptions.Contains("--quick", StringComparer.Ordinal);
    SortedDictionary<string, double> figures = new(StringComparer.Ordinal);
    await (part == "read" ? ReadComparison.RunAsync(quick, figures) : WholeComparison.RunAsync(quick, figures));
    Console.WriteLine();
    Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(figures));
}
else if (args is [FieldCosts.Verb])
{
    FieldCosts.Run();
}
else if (args is ["generator", .. var generatorOptions])
{
    GeneratorComparison.Run(quick: generatorOptions.Contains("--quick", StringComparer.Ordinal));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(WriterBenchmarks).Assembly).Run(args);
}
