using System.CommandLine;
using Kusto.Typed.Local;

namespace Kusto.Typed.Tool.Commands;

/// <summary><c>local</c>: a Kusto endpoint in memory, until it is stopped.</summary>
internal static class LocalVerb
{
    public static Command Create()
    {
        Option<int> port = new("--port", "-p")
        {
            Description = "The port; 0: a free one.",
            DefaultValueFactory = _ => 8080,
            HelpName = "NUMBER",
        };
        Option<string[]> databases = new("--database", "-d")
        {
            Description = "A database that it has; may be given again. Default: Samples.",
            HelpName = "NAME",
        };
        Option<bool> any = new("--any-database") { Description = "Databases come into being when they are used." };
        Option<bool> counting = new("--counting")
        {
            Description = "Rows are counted and not kept, for measuring clients.",
        };
        Command command = new("local", "Serves a Kusto endpoint on this machine, in memory, until it is stopped.") { port, databases, any, counting };
        command.Run(async (words, invocation, cancellationToken) =>
        {
            LocalKustoOptions options = new()
            {
                Port = words.GetValue(port),
                CreateDatabasesOnFirstUse = words.GetValue(any),
                CountingMode = words.GetValue(counting),
            };
            if (words.GetValue(databases) is { Length: > 0 } names)
            {
                options = options with { Databases = names };
            }

            LocalKusto local = await LocalKusto.StartAsync(options, cancellationToken).ConfigureAwait(false);
            await using var disposed = local.ConfigureAwait(false);
            await invocation.Output.WriteLineAsync(FormattableString.Invariant($"listening on http://127.0.0.1:{local.Uri.Port}"))
                .ConfigureAwait(false);
            await invocation.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Fine;
        });
        return command;
    }
}
