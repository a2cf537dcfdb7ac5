using System.Diagnostics;

namespace Kusto.Typed.Benchmarks.Measuring;

/// <summary>This program once more, in another process.</summary>
internal static class BenchmarkProcess
{
    public static Process Start(params string[] arguments) => Start(default, arguments);

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its last line of output.</returns>
    public static string Run(params string[] arguments) => RunWith(default, arguments);

    /// <summary>Runs it to its end, with a variable of the runtime's in its environment.</summary>
    /// <returns>Its last line of output.</returns>
    public static string RunWith((string Name, string Value) variable, params string[] arguments)
    {
        using Process process = Start(variable, arguments);
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 && lines.Length > 0
            ? lines[^1].Trim()
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Process Start((string Name, string Value) variable, string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(typeof(BenchmarkProcess).Assembly.Location);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (variable != default)
        {
            start.Environment[variable.Name] = variable.Value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The process could not be started.");
    }
}
