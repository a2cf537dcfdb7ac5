using BenchmarkDotNet.Running;
using Kusto.Typed.Benchmarks;

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
