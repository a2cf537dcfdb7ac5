using Kusto.Typed.Generator.Tests.Testing;
using Xunit.Sdk;
using static Kusto.Typed.Generator.Tests.Testing.Generation;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class RandomShapeTests
{
    private const int ShapesPerSeed = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void EveryShapeCompilesOrIsReported(int seed)
    {
        RandomShapes shapes = new(seed);
        int compiled = 0;
        for (int shape = 0; shape < ShapesPerSeed; shape++)
        {
            string source = shapes.Next();
            Testing.Generation generation = Generate(source);
            if (generation.Exception is not null || generation.CompilerProblems.Count > 0)
            {
                throw new XunitException($"{generation.Exception}{string.Join("\n", generation.CompilerProblems)}\n\n{source}");
            }

            compiled += generation.Diagnostics.Count == 0 ? 1 : 0;
        }

        // Both ends are met: a test that is always refused, or never, would say little.
        compiled.ShouldBeInRange(ShapesPerSeed / 10, ShapesPerSeed * 9 / 10);
    }
}
