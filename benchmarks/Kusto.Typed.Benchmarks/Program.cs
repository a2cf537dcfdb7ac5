using BenchmarkDotNet.Running;
using Kusto.Typed.Benchmarks;

if (args is ["compare", .. var options])
{
    Comparison.Run(quick: options.Contains("--quick", StringComparer.Ordinal));
}
else if (args is ["read", .. var readOptions])
{
    SortedDictionary<string, double> figures = new(StringComparer.Ordinal);
    await Kusto.Typed.Benchmarks.Reading.ReadComparison.RunAsync(
        readOptions.Contains("--quick", StringComparer.Ordinal) ? 30 : 200, figures);
    Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(figures));
}
else if (args is ["generator", .. var generatorOptions])
{
    GeneratorComparison.Run(quick: generatorOptions.Contains("--quick", StringComparer.Ordinal));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(WriterBenchmarks).Assembly).Run(args);
}
