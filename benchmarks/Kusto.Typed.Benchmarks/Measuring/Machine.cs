using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kusto.Typed.Benchmarks.Measuring;

/// <summary>On what was measured.</summary>
internal static class Machine
{
    /// <summary>The widest vectors of this process, in bits; 0 without any.</summary>
    public static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    public static void Describe(Results results)
    {
        results.Facts["vector_bits"] = Text(VectorBits);
        results.Facts["cores"] = Text(Environment.ProcessorCount);
        results.Facts["processor"] = Processor();
        results.Facts["architecture"] = RuntimeInformation.ProcessArchitecture.ToString();
        results.Facts["dotnet"] = Environment.Version.ToString();
        results.Facts["csvhelper"] = typeof(CsvHelper.CsvWriter).Assembly.GetName().Version!.ToString(3);
        results.Facts["clock"] = ThreadClock.Kind;
    }

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        string? line = System.IO.File.Exists(File)
            ? System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "an unknown kind";
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
