using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class PolicyAttributeTests
{
    [Fact]
    public void PoliciesAreDeclaredOfTheTable() =>
        Generate(Reading(
            """
            [KustoStreamingIngestion(HintAllocatedRate = 2.5)]
            [KustoIngestionBatching(MaximumBatchingTimeSpan = "00:00:30", MaximumRawDataSizeMB = 200)]
            [KustoRetention("365d", Recoverability = false)]
            [KustoCaching("31d")]
            [KustoPartitioning(HashKey = nameof(Reading.Tenant), RangeKey = "At", RangeSize = "7d")]
            [KustoRowOrder(nameof(Reading.Device), "At desc")]
            [KustoUpdate("Raw", "Raw | project At")]
            [KustoUpdate("Other", "Other", IsTransactional = true)]
            [KustoAutoDelete("2030-06-01", DeleteIfNotEmpty = true)]
            """))
            .ShouldHaveText(
                """
                .Policy(global::Kusto.Typed.Schema.TablePolicies.StreamingIngestion(hintAllocatedRate: 2.5))
                .Policy(global::Kusto.Typed.Schema.TablePolicies.IngestionBatching(maximumBatchingTimeSpan: "00:00:30", maximumRawDataSizeMB: 200))
                .Policy(global::Kusto.Typed.Schema.TablePolicies.Retention(softDeletePeriod: "365d", recoverability: false))
                .Policy(global::Kusto.Typed.Schema.TablePolicies.Caching(hot: "31d"))
                .Policy(global::Kusto.Typed.Schema.TablePartitioning.Policy(hashKey: "the tenant", rangeKey: "At", rangeSize: "7d"))
                .Policy(global::Kusto.Typed.Schema.TablePolicies.RowOrder("Device", "At desc"))
                .Policy(global::Kusto.Typed.Schema.TablePolicies.Update(source: "Raw", query: "Raw | project At"))
                .Policy(global::Kusto.Typed.Schema.TablePolicies.Update(source: "Other", query: "Other", isTransactional: true))
                .Policy(global::Kusto.Typed.Schema.TablePolicies.AutoDelete(expiryDate: "2030-06-01", deleteIfNotEmpty: true))
                """);

    [Theory]
    [InlineData("KustoStreamingIngestion(HintAllocatedRate = {|KT0019:-1|})", "more than 0")]
    [InlineData("{|KT0019:KustoIngestionBatching|}", "nothing is declared")]
    [InlineData("KustoIngestionBatching(MaximumBatchingTimeSpan = {|KT0019:\"9s\"|})", "from 10s to 30m")]
    [InlineData("KustoIngestionBatching(MaximumBatchingTimeSpan = {|KT0019:\"30\"|})", "is no duration")]
    [InlineData("KustoIngestionBatching(MaximumNumberOfItems = {|KT0019:0|})", "from 1 to 25000")]
    [InlineData("KustoIngestionBatching(MaximumRawDataSizeMB = {|KT0019:5000|})", "from 100 to 4096")]
    [InlineData("KustoRetention({|KT0019:\"400000d\"|})", "from 0d to 365000d")]
    [InlineData("KustoRetention({|KT0019:\"0d\"|})", "Recoverability = false")]
    [InlineData("KustoCaching({|KT0019:\"a month\"|})", "is no duration")]
    [InlineData("{|KT0019:KustoPartitioning|}", "it has no key")]
    [InlineData("KustoPartitioning(HashKey = \"Tenant\", MaxPartitionCount = {|KT0019:3000|})", "from 2 to 2048")]
    [InlineData("KustoPartitioning(HashKey = {|KT0019:\"At\"|})", "takes a string or guid")]
    [InlineData("KustoPartitioning(RangeKey = {|KT0019:nameof(Reading.Device)|})", "takes a datetime")]
    [InlineData("KustoPartitioning(RangeKey = {|KT0019:\"Nowhere\"|})", "no property and no column")]
    [InlineData("KustoPartitioning(RangeKey = \"At\", Reference = {|KT0019:\"1.1.2020\"|})", "is no date")]
    [InlineData("KustoRowOrder(\"Device\", {|KT0019:\"Nowhere desc\"|})", "'Nowhere' is no property")]
    [InlineData("{|KT0019:KustoRowOrder|}", "no column is given")]
    [InlineData("KustoUpdate({|KT0019:\"a;b\"|}, \"a\")", "is no name of a table")]
    [InlineData("KustoUpdate(\"Raw\", {|KT0019:\"\"|})", "the query is empty")]
    [InlineData("KustoAutoDelete({|KT0019:\"some day\"|})", "is no date")]
    public void PolicyThatKustoWouldRefuseIsRejected(string attribute, string problem) =>
        Generate(Reading($"[{attribute}]")).ShouldReport(DiagnosticDescriptors.PolicyNotPossible, "'Reading'", problem);

    private static string Reading(string attributes) => InWeather(
        $$"""
        [KustoTable(DateTimeKind = KustoDateTimeKind.Utc)]
        {{attributes}}
        public partial record Reading(DateTime At, string Device, [property: KustoColumn("the tenant")] Guid Tenant);
        """);
}
