using System.Diagnostics;
using System.Globalization;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>A <see cref="DiscardServer"/> in a process of its own.</summary>
internal sealed class DiscardProcess : IDisposable
{
    private readonly Process _process;

    public DiscardProcess()
    {
        _process = BenchmarkProcess.Start("discard-server");
        string port = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server ended at once.");
        Uri = new Uri($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}/");
    }

    public Uri Uri { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
