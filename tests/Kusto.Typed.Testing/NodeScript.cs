using System.Diagnostics;
using System.Text;

namespace Kusto.Typed.Testing;

/// <summary>Runs the scripts of <c>tests/node</c>, in which Microsoft's own JavaScript packages are the oracles.</summary>
public static class NodeScript
{
    private static readonly string s_folder = Repository.PathOf("tests", "node");

    /// <summary>Why no script can run here and what to do about it; null where they can.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>True on a build server, where an oracle that is missing is a failure.</summary>
    public static bool IsContinuousIntegration { get; } =
        Environment.GetEnvironmentVariable("CI") is "true" or "True" or "TRUE" or "1";

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The file's name in <c>tests/node</c>.</param>
    /// <param name="standardInput">What the script reads, usually JSON.</param>
    /// <param name="arguments">The arguments of the script; null: none.</param>
    /// <param name="cancellationToken">Ends the script.</param>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">Node or its packages are missing, or the script failed.</exception>
    public static async Task<string> RunAsync(
        string script,
        string standardInput = "",
        IReadOnlyList<string>? arguments = null,
        CancellationToken cancellationToken = default)
    {
        if (Missing is not null)
        {
            throw new InvalidOperationException(Missing);
        }

        using Process node = Process.Start(StartInfo(script, arguments ?? []))
            ?? throw new InvalidOperationException("node did not start.");
        try
        {
            Task<string> output = node.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> errors = node.StandardError.ReadToEndAsync(cancellationToken);
            await SendAsync(node, standardInput, cancellationToken).ConfigureAwait(false);
            await node.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return node.ExitCode == 0
                ? await output.ConfigureAwait(false)
                : throw new InvalidOperationException(
                    $"node {script} ended with {node.ExitCode}:\n{await errors.ConfigureAwait(false)}");
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo StartInfo(string script, IReadOnlyList<string> arguments)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        return new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = s_folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
    }

    private static async Task SendAsync(Process node, string text, CancellationToken cancellationToken)
    {
        try
        {
            await node.StandardInput.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // A script that ends before it has read all says why on its standard error.
        }
    }

    private static string? FindMissing()
    {
        string program = OperatingSystem.IsWindows() ? "node.exe" : "node";
        string[] folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
        {
            return "node is not on the PATH: install Node.js 20 or later, then run 'npm ci' in tests/node.";
        }

        return Directory.Exists(Path.Combine(s_folder, "node_modules"))
            ? null
            : "tests/node/node_modules is missing: run 'npm ci' in tests/node.";
    }
}
