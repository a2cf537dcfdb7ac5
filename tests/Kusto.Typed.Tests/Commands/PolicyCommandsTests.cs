using System.Text.Json;
using Kusto.Typed.Commands;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Commands;

public sealed class PolicyCommandsTests
{
    private static readonly TablePolicy[] s_all =
    [
        TablePolicies.StreamingIngestion(),
        TablePolicies.StreamingIngestion(2.1),
        TablePolicies.IngestionBatching("30s", 500, 1024),
        TablePolicies.IngestionBatching(maximumNumberOfItems: 1),
        TablePolicies.Retention("365d", recoverability: true),
        TablePolicies.Retention("0d", recoverability: false),
        TablePolicies.Caching("31d"),
        TablePolicies.Caching("1.00:00:00.0000001"),
        TablePartitioning.Policy("Tenant", 64, 2, "ByPartition", "At", "7d", "2020-01-01", "2026-01-01"),
        TablePartitioning.Policy(rangeKey: "At"),
        TablePolicies.RowOrder("Tenant", "At desc"),
        TablePolicies.Update("Raw", "Raw | where Text != \"it's\" | project Text", isTransactional: true, managedIdentity: "system"),
        TablePolicies.AutoDelete("2030-06-01", deleteIfNotEmpty: true),
        TablePolicies.AutoDelete("2030-06-01T12:00:00Z"),
    ];

    [Fact]
    public void EachPolicyIsOneCommand()
    {
        string[] commands = [.. s_all.Select(policy => TableCommands.AlterPolicy("Reading", policy))];
        string.Join("\n", commands).ShouldBe(
            """
            .alter table ['Reading'] policy streamingingestion enable
            .alter table ['Reading'] policy streamingingestion '{"IsEnabled":true,"HintAllocatedRate":2.1}'
            .alter table ['Reading'] policy ingestionbatching '{"MaximumBatchingTimeSpan":"00:00:30","MaximumNumberOfItems":500,"MaximumRawDataSizeMB":1024}'
            .alter table ['Reading'] policy ingestionbatching '{"MaximumNumberOfItems":1}'
            .alter table ['Reading'] policy retention '{"SoftDeletePeriod":"365.00:00:00","Recoverability":"Enabled"}'
            .alter table ['Reading'] policy retention '{"SoftDeletePeriod":"00:00:00","Recoverability":"Disabled"}'
            .alter table ['Reading'] policy caching hot = 31d
            .alter table ['Reading'] policy caching hot = 864000000001tick
            .alter table ['Reading'] policy partitioning '{"PartitionKeys":[{"ColumnName":"Tenant","Kind":"Hash","Properties":{"Function":"XxHash64","MaxPartitionCount":64,"Seed":2,"PartitionAssignmentMode":"ByPartition"}},{"ColumnName":"At","Kind":"UniformRange","Properties":{"Reference":"2020-01-01","RangeSize":"7.00:00:00","OverrideCreationTime":false}}],"EffectiveDateTime":"2026-01-01"}'
            .alter table ['Reading'] policy partitioning '{"PartitionKeys":[{"ColumnName":"At","Kind":"UniformRange","Properties":{"Reference":"1970-01-01","RangeSize":"1.00:00:00","OverrideCreationTime":false}}]}'
            .alter table ['Reading'] policy roworder (['Tenant'] asc, ['At'] desc)
            .alter table ['Reading'] policy update '[{"IsEnabled":true,"Source":"Raw","Query":"Raw | where Text != \\"it\\u0027s\\" | project Text","IsTransactional":true,"ManagedIdentity":"system"}]'
            .alter table ['Reading'] policy auto_delete '{"ExpiryDate":"2030-06-01","DeleteIfNotEmpty":true}'
            .alter table ['Reading'] policy auto_delete '{"ExpiryDate":"2030-06-01T12:00:00Z"}'
            """);
    }

    [Fact]
    public void EveryPolicyIsJson()
    {
        foreach (TablePolicy policy in s_all)
        {
            JsonDocument.Parse(policy.Json).Dispose();
        }
    }

    [NodeFact]
    public async Task MicrosoftsParserTakesEachPolicy()
    {
        ColumnSchema column = TableSchema.Define("Doc").Dynamic("Embedding").Encoding(KustoEncoding.Vector16).Build().Columns[0];
        ParsedCommand[] parsed = await ParsedCommand.ParseAsync(
            [.. s_all.Select(policy => TableCommands.AlterPolicy("Reading", policy)), TableCommands.AlterEncoding("Doc", column)]);
        foreach (ParsedCommand command in parsed)
        {
            command.ShouldBeSound();
        }
    }

    [Fact]
    public void EncodingIsSetOnItsColumn() =>
        TableCommands.Script(TableSchema.Define("Doc").Int("Id").String("Text").Encoding(KustoEncoding.BigObject32).Build())
            .ShouldContain(".alter column ['Doc'].['Text'] policy encoding type='BigObject32'");

    [Fact]
    public void UpdatePoliciesAddUp() =>
        TableCommands.AlterPolicy(
            "T",
            TableSchema.Define("T").Int("Id").Policy(TablePolicies.Update("A", "A")).Policy(TablePolicies.Update("B", "B")).Build().Policies.Single())
            .ShouldBe(""".alter table ['T'] policy update '[{"IsEnabled":true,"Source":"A","Query":"A"},{"IsEnabled":true,"Source":"B","Query":"B"}]'""");

    [Fact]
    public void ValuesOutOfRangeAreRefused()
    {
        Refused(() => TablePolicies.StreamingIngestion(0)).ShouldContain("0 GB an hour");
        Refused(() => TablePolicies.IngestionBatching()).ShouldContain("nothing is declared");
        Refused(() => TablePolicies.IngestionBatching("9s")).ShouldContain("from 10s to 30m");
        Refused(() => TablePolicies.IngestionBatching("31m")).ShouldContain("from 10s to 30m");
        Refused(() => TablePolicies.IngestionBatching("10")).ShouldContain("'10' is no duration");
        Refused(() => TablePolicies.IngestionBatching(maximumNumberOfItems: 25_001)).ShouldContain("from 1 to 25000");
        Refused(() => TablePolicies.IngestionBatching(maximumRawDataSizeMB: 99)).ShouldContain("from 100 to 4096");
        Refused(() => TablePolicies.Retention()).ShouldContain("nothing is declared");
        Refused(() => TablePolicies.Retention("0d")).ShouldContain("Recoverability = false");
        Refused(() => TablePolicies.Retention("365001d")).ShouldContain("365000d");
        Refused(() => TablePolicies.Caching("soon")).ShouldContain("'soon' is no duration");
        Refused(() => TablePartitioning.Policy()).ShouldContain("it has no key");
        Refused(() => TablePartitioning.Policy("A", maxPartitionCount: 1)).ShouldContain("from 2 to 2048");
        Refused(() => TablePartitioning.Policy("A", partitionAssignmentMode: "Any")).ShouldContain("Uniform or ByPartition");
        Refused(() => TablePartitioning.Policy(rangeKey: "A", reference: "1/1/2020")).ShouldContain("is no date");
        Refused(() => TablePolicies.RowOrder()).ShouldContain("no column");
        Refused(() => TablePolicies.RowOrder("A", "A desc")).ShouldContain("twice");
        Refused(() => TablePolicies.Update("A;B", "A")).ShouldContain("no name of a table");
        Refused(() => TablePolicies.Update("A", " ")).ShouldContain("query is empty");
        Refused(() => TablePolicies.AutoDelete("tomorrow")).ShouldContain("is no date");
    }

    [Fact]
    public void PolicyOfAColumnThatIsNotThereIsRefused()
    {
        TableSchemaBuilder table = TableSchema.Define("T").Int("Id");
        Should.Throw<InvalidOperationException>(() => table.Policy(TablePartitioning.Policy("Id")).Build())
            .Message.ShouldContain("'Id' is a int, and it takes a string or guid");
        Should.Throw<InvalidOperationException>(() => table.Policy(TablePartitioning.Policy("Other")).Build())
            .Message.ShouldContain("'Other' is no column");
    }

    private static string Refused(Func<TablePolicy> policy) => Should.Throw<ArgumentException>(policy).Message;
}
