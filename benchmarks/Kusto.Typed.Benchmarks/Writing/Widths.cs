using System.Globalization;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>The hot rows in processes whose runtime was told not to use the wider vectors.</summary>
internal static class Widths
{
    private static readonly (int Bits, string Switch)[] s_narrower = [(256, "DOTNET_EnableAVX512"), (128, "DOTNET_EnableAVX2")];
    private static readonly string[] s_tables = ["storm_hot", "telemetry_hot"];

    public static void Measure(Results results)
    {
        foreach ((int bits, string name) in s_narrower.Where(narrower => narrower.Bits < Machine.VectorBits))
        {
            Results found = ResultsJson.Read(BenchmarkProcess.RunWith((name, "0"), Comparison.PartVerb, "--hot", "--quick"));
            if (found.Facts["vector_bits"] != bits.ToString(CultureInfo.InvariantCulture))
            {
                throw new InvalidOperationException(
                    $"With {name}=0 the runtime uses {found.Facts["vector_bits"]} bits and not {bits}: nothing to compare.");
            }

            foreach (string table in s_tables)
            {
                results.Merge(found, table, string.Create(CultureInfo.InvariantCulture, $"{table}_{bits}"));
            }
        }
    }
}
