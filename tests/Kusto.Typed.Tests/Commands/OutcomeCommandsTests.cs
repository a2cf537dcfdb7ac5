using Kusto.Typed.Commands;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Commands;

public sealed class OutcomeCommandsTests
{
    private static readonly Guid s_id = new("3827def6-0773-4f2a-859e-c02cf395deaf");

    [Fact]
    public void FiltersStandBehindTheCommand()
    {
        OutcomeCommands.ShowIngestionFailures("Samples").ShouldBe(
            ".show ingestion failures | where Database =~ \"Samples\"");
        OutcomeCommands.ShowIngestionFailures("Samples", "T", TimeSpan.FromDays(1)).ShouldBe(
            ".show ingestion failures | where Database =~ \"Samples\" and Table == \"T\" and FailedOn > ago(1d)");
        OutcomeCommands.ShowIngestionFailures("Samples", operationId: s_id).ShouldBe(
            ".show ingestion failures with (OperationId=\"3827def6-0773-4f2a-859e-c02cf395deaf\") | where Database =~ \"Samples\"");
        OutcomeCommands.ShowOperations().ShouldBe(".show operations");
        OutcomeCommands.ShowOperations(TimeSpan.FromMinutes(90), s_id).ShouldBe(
            ".show operations | where OperationId == guid(3827def6-0773-4f2a-859e-c02cf395deaf) and LastUpdatedOn > ago(90m)");
    }

    [NodeFact]
    public async Task EveryCommandIsOneThatTheParserKnows()
    {
        string hostile = string.Join('-', HostileText.Samples);

        ParsedCommand[] parsed = await ParsedCommand.ParseAsync(
            OutcomeCommands.ShowIngestionFailures(hostile, hostile, TimeSpan.FromTicks(1), s_id),
            OutcomeCommands.ShowOperations(TimeSpan.FromSeconds(5), s_id));

        parsed.Select(command => command.ShouldBeSound().Kind).ShouldBe(["ShowIngestionFailures", "ShowOperations"]);
    }
}
