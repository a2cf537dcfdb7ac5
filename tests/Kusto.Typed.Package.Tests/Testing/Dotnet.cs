using System.Diagnostics;

namespace Kusto.Typed.Package.Tests.Testing;

/// <summary>Runs the SDK as somebody at a prompt would.</summary>
internal static class Dotnet
{
    // What the test's own build and host have left in the environment is nothing that a stranger would have.
    private static readonly string[] s_inherited = ["MSBUILD", "VSTEST", "DOTNET_HOST_PATH", "DOTNET_CLI"];

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    public static Task<Run> RunAsync(string folder, params string[] arguments) => RunAsync("dotnet", folder, arguments);

    /// <summary>Builds, publishes and so on: nothing of it stays behind as a process.</summary>
    public static Task<Run> BuildAsync(string folder, params string[] arguments) =>
        RunAsync(folder, [.. arguments, "-nodeReuse:false", "-p:UseSharedCompilation=false", "-tl:off"]);

    /// <summary>Runs any program to its end.</summary>
    public static async Task<Run> RunAsync(string program, string folder, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string name in start.Environment.Keys.Where(IsInherited).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "true";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, await output + await errors);
    }

    private static bool IsInherited(string name) =>
        s_inherited.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>How a program ended and what it said.</summary>
    internal sealed record Run(int ExitCode, string Output)
    {
        /// <summary>Fails unless it ended well, and without a warning.</summary>
        public Run ShouldSucceed()
        {
            ExitCode.ShouldBe(0, Output);
            Output.ShouldNotContain("warning ");
            return this;
        }

        /// <summary>Fails unless it ended with an error of this id.</summary>
        public Run ShouldFailWith(string id)
        {
            ExitCode.ShouldNotBe(0, Output);
            Output.ShouldContain($"error {id}:");
            return this;
        }
    }
}
