using System.CommandLine;
using Kusto.Typed.Tool.Outcomes;
using Kusto.Typed.Tool.Output;
using Kusto.Typed.Tool.Schema;

namespace Kusto.Typed.Tool.Commands;

/// <summary><c>failures</c> and <c>operations</c>: what the service says became of what it was asked to do.</summary>
internal static class OutcomeVerbs
{
    public static Command Failures()
    {
        Option<string?> table = new("--table", "-t")
        {
            Description = "The table; without it those of all tables.",
            HelpName = "NAME",
        };
        return Create(
            "failures",
            "Lists ingestions that failed, the last one first. Ends with 1 where there are any.",
            table,
            async (schema, words, age, operation, cancellationToken) =>
            {
                KustoIngestionFailureOptions options = new() { Table = words.GetValue(table), MaxAge = age, OperationId = operation };
                return [.. (await schema.FailuresAsync(options, cancellationToken).ConfigureAwait(false)).Select(OutcomeFindings.Of)];
            });
    }

    public static Command Operations()
    {
        // The service's answer has no column for the table, whatever a well-known quickstart filters by.
        return Create(
            "operations",
            "Lists operations in their last state. Ends with 1 where one failed.",
            option: null,
            async (schema, _, age, operation, cancellationToken) =>
            {
                KustoOperationOptions options = new() { MaxAge = age, OperationId = operation };
                return [.. (await schema.OperationsAsync(options, cancellationToken).ConfigureAwait(false)).Select(OutcomeFindings.Of)];
            });
    }

    private static Command Create(
        string name,
        string description,
        Option? option,
        Func<KustoSchemaClient, ParseResult, TimeSpan?, Guid?, CancellationToken, Task<Finding[]>> ask)
    {
        Option<double> hours = new("--hours")
        {
            Description = "How many hours back.",
            DefaultValueFactory = _ => 24,
            HelpName = "NUMBER",
        };
        Option<Guid?> operation = new("--operation") { Description = "One operation, however old.", HelpName = "ID" };
        Option<OutputFormat> output = OutputOption.Create();
        ClusterOptions cluster = new();
        Command command = new(name, description) { hours, operation, output };
        if (option is not null)
        {
            command.Options.Add(option);
        }

        cluster.AddTo(command);
        command.Run(async (words, invocation, cancellationToken) =>
        {
            KustoConnection kusto = cluster.Connect(words);
            await using var disposed = kusto.ConfigureAwait(false);
            Finding[] findings = await ask(
                kusto.Schema(cluster.DatabaseOf(words, kusto)),
                words,
                TimeSpan.FromHours(words.GetValue(hours)),
                words.GetValue(operation),
                cancellationToken).ConfigureAwait(false);
            if (findings.Length == 0)
            {
                await invocation.Error.WriteLineAsync("The service lists none.").ConfigureAwait(false);
            }

            return FindingWriter.Write(findings, words.GetValue(output), invocation);
        });
        return command;
    }
}
