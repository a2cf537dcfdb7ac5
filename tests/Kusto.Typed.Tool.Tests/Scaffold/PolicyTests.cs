using Kusto.Typed.EndToEnd.Tests.Shapes;
using Kusto.Typed.Tool.Scaffold;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Scaffold;

public sealed class PolicyTests
{
    [Theory]
    [InlineData("streamingingestion", """{"IsEnabled":false}""")]
    [InlineData("streamingingestion", """{"IsEnabled":true,"HintAllocatedRate":2.1}""", "KustoStreamingIngestion(HintAllocatedRate = 2.1)")]
    [InlineData("caching", """{"DataHotSpan":{"Value":"31.00:00:00"}}""", "KustoCaching(\"31d\")")]
    [InlineData("retention", """{"SoftDeletePeriod":"1.12:00:00","Recoverability":0}""", "KustoRetention(\"36h\", Recoverability = false)")]
    [InlineData("roworder", """[{"ColumnName":"A","Order":"desc"},{"ColumnName":"B","Order":"asc"}]""", "KustoRowOrder(\"A desc\", \"B\")")]
    [InlineData("update", """[{"IsEnabled":true,"Source":"Raw","Query":"Raw | where A == \"x\"","IsTransactional":true}]""", "KustoUpdate(\"Raw\", \"Raw | where A == \\\"x\\\"\", IsTransactional = true)")]
    public void PolicyBecomesAnAttribute(string policy, string json, params string[] attributes) =>
        PolicyAttributes.Of(policy, json).ShouldBe(attributes);

    [Fact]
    public async Task EveryPolicyThatATypeDeclaresComesBack()
    {
        const string Script = """
            .create table T (At:datetime, Device:string)
            .alter table T policy ingestionbatching '{"MaximumBatchingTimeSpan":"00:00:30","MaximumRawDataSizeMB":200}'
            .alter table T policy roworder (Device asc, At desc)
            .alter table T policy partitioning '{"PartitionKeys":[{"ColumnName":"Device","Kind":"Hash","Properties":{"Function":"XxHash64","MaxPartitionCount":64,"Seed":2,"PartitionAssignmentMode":"ByPartition"}},{"ColumnName":"At","Kind":2,"Properties":{"Reference":"2020-01-01T00:00:00","RangeSize":"2.00:00:00"}}]}'
            .alter table T policy auto_delete '{"ExpiryDate":"2099-01-01","DeleteIfNotEmpty":true}'
            """;
        ToolRun run = await ToolRun.WithInputAsync(Script, "scaffold", "-", "--type", "Storm");
        run.Output.ShouldContain("[KustoIngestionBatching(MaximumBatchingTimeSpan = \"30s\", MaximumRawDataSizeMB = 200)]");
        run.Output.ShouldContain("[KustoRowOrder(\"Device\", \"At desc\")]");
        run.Output.ShouldContain("[KustoPartitioning(HashKey = \"Device\", MaxPartitionCount = 64, Seed = 2, PartitionAssignmentMode = \"ByPartition\", RangeKey = \"At\", RangeSize = \"2d\", Reference = \"2020-01-01T00:00:00\")]");
        run.Output.ShouldContain("[KustoAutoDelete(\"2099-01-01\", DeleteIfNotEmpty = true)]");
        ShapeCompiler.Compile(run.Output).ShouldNotBeNull(run.Output);
    }

    [Theory]
    [InlineData(".alter table T policy merge '{\"AllowMerge\":true}'")]
    [InlineData(".alter table T policy caching hotdata = 1d hotindex = 2d")]
    public async Task PolicyWithoutAnAttributeIsNoted(string policy)
    {
        ToolRun run = await ToolRun.WithInputAsync($".create table T (A:int)\n{policy}", "scaffold", "-");
        run.ExitCode.ShouldBe(ExitCode.Fine);
        run.Output.ShouldContain("// The policy ");
    }
}
