using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Schema;

/// <summary>Applies a schema and says what was done, what was left, and what stopped it.</summary>
internal static class SchemaApplication
{
    /// <returns><see cref="ExitCode.Finding"/> where the tables are not as declared in the end.</returns>
    public static async Task<int> RunAsync(
        KustoSchemaClient schema,
        IReadOnlyList<TableSchema> tables,
        KustoApplyOptions options,
        ToolInvocation invocation,
        CancellationToken cancellationToken)
    {
        KustoSchemaResult result;
        try
        {
            result = await schema.ApplyAsync(tables, options, cancellationToken).ConfigureAwait(false);
        }
        catch (KustoSchemaException stopped)
        {
            await invocation.Error.WriteLineAsync(
                stopped.Message.Replace("in KustoApplyOptions.AllowDataLoss", "with --allow-data-loss", StringComparison.Ordinal))
                .ConfigureAwait(false);
            return ExitCode.Finding;
        }

        foreach (string command in result.Commands)
        {
            await invocation.Output.WriteLineAsync(command).ConfigureAwait(false);
        }

        SchemaDifference[] left = [.. result.Left];
        foreach (SchemaDifference difference in left)
        {
            await invocation.Error.WriteLineAsync($"left: {difference}; --with-care carries it out.").ConfigureAwait(false);
        }

        string done = options.DryRun ? "commands would be run" : "commands were run";
        await invocation.Error.WriteLineAsync($"{result.Commands.Count} {done}, {left.Length} differences were left.").ConfigureAwait(false);
        return left.Length > 0 ? ExitCode.Finding : ExitCode.Fine;
    }
}
