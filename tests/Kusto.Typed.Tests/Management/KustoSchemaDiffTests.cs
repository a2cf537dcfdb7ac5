using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Management;

/// <summary>What counts as the same, however the service spells it.</summary>
public sealed class KustoSchemaDiffTests
{
    private static TableSchemaBuilder Table => TableSchema.Define("T").String("A").DateTime("At");

    [Theory]
    [InlineData("streamingingestion", """{"IsEnabled":true,"HintAllocatedRate":null}""")]
    [InlineData("ingestionbatching", """{"MaximumBatchingTimeSpan":"0.00:00:30","MaximumNumberOfItems":500,"MaximumRawDataSizeMB":1024}""")]
    [InlineData("ingestionbatching", """{"MaximumBatchingTimeSpan":"00:00:30","MaximumNumberOfItems":null}""")]
    [InlineData("retention", """{"SoftDeletePeriod":"365.00:00:00","Recoverability":1,"ContainerRecyclingPeriod":"1.00:00:00"}""")]
    [InlineData("caching", """{"DataHotSpan":{"Value":"31.00:00:00"},"IndexHotSpan":{"Value":"31.00:00:00"},"HotWindows":[]}""")]
    [InlineData("caching", """{"DataHotSpan":"31.00:00:00","IndexHotSpan":"31.00:00:00","ColumnOverrides":[]}""")]
    [InlineData("partitioning", """{"PartitionKeys":[{"ColumnName":"A","Kind":1,"Properties":{"Function":"XxHash64","MaxPartitionCount":128,"Seed":1,"PartitionAssignmentMode":1}}],"EffectiveDateTime":"1970-01-01T00:00:00Z"}""")]
    [InlineData("roworder", "(['A'] asc, ['At'] desc)")]
    [InlineData("roworder", """[{"ColumnName":"A","Order":"Asc"},{"ColumnName":"At","Order":"Desc"}]""")]
    [InlineData("update", """[{"IsEnabled":true,"Source":"Raw","SourceIsWildCard":false,"Query":"Raw | where a == 'b'","IsTransactional":true,"PropagateIngestionProperties":false,"ManagedIdentity":null}]""")]
    [InlineData("auto_delete", """{"ExpiryDate":"2099-01-01T00:00:00Z","DeleteIfNotEmpty":false}""")]
    public void PolicyIsTheSameInEverySpelling(string name, string found)
    {
        TableSchema table = Everything();

        Differences(table, name, found).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("streamingingestion", """{"IsEnabled":false}""", SchemaChangeClass.Safe)]
    [InlineData("ingestionbatching", """{"MaximumBatchingTimeSpan":"00:00:31"}""", SchemaChangeClass.Safe)]
    [InlineData("retention", """{"SoftDeletePeriod":"366.00:00:00"}""", SchemaChangeClass.LosesData)]
    [InlineData("retention", """{"SoftDeletePeriod":"364.00:00:00"}""", SchemaChangeClass.Safe)]
    [InlineData("retention", "null", SchemaChangeClass.LosesData)]
    [InlineData("caching", """{"DataHotSpan":{"Value":"30.00:00:00"}}""", SchemaChangeClass.Safe)]
    [InlineData("partitioning", """{"PartitionKeys":[]}""", SchemaChangeClass.NeedsCare)]
    [InlineData("partitioning", """{"PartitionKeys":[{"ColumnName":"A","Kind":2,"Properties":{}}]}""", SchemaChangeClass.NeedsCare)]
    [InlineData("roworder", "(['At'] desc, ['A'] asc)", SchemaChangeClass.NeedsCare)]
    [InlineData("roworder", "(A asc)", SchemaChangeClass.NeedsCare)]
    [InlineData("update", """[{"IsEnabled":true,"Source":"Raw","Query":"Raw | where a == 'B'","IsTransactional":true}]""", SchemaChangeClass.NeedsCare)]
    [InlineData("update", "not json", SchemaChangeClass.NeedsCare)]
    [InlineData("auto_delete", """{"ExpiryDate":"2098-01-01"}""", SchemaChangeClass.NeedsCare)]
    [InlineData("auto_delete", """{"ExpiryDate":"2100-01-01"}""", SchemaChangeClass.LosesData)]
    [InlineData("auto_delete", null, SchemaChangeClass.LosesData)]
    public void PolicyThatDiffersIsOfItsClass(string name, string? found, SchemaChangeClass itsClass)
    {
        SchemaDifference difference = Differences(Everything(), name, found).ShouldHaveSingleItem();

        difference.Class.ShouldBe(itsClass);
        difference.Subject.ShouldBe(name);
        difference.Path.ShouldBe($"T:{name}");
        difference.Commands.ShouldHaveSingleItem().ShouldStartWith($".alter table ['T'] policy {name}");
    }

    [Fact]
    public void WhatIsNotKnownIsNotCompared()
    {
        TableSchema table = Table.DocString("doc").Folder("f").StreamingIngestion().Build();

        KustoSchemaDiff.Compare([table], [new StoredTable("T", [new("A", "string"), new("At", "datetime")])])
            .Differences.ShouldBeEmpty();
    }

    [Fact]
    public void TypesAreComparedByTheirCanonicalNames() =>
        KustoSchemaDiff.Compare([TableSchema.Define("T").Long("A").Build()], [new StoredTable("T", [new("A", "int64")])])
            .IsInStep.ShouldBeTrue();

    [Fact]
    public void TablesOfOthersAreListedOnRequest()
    {
        StoredTable[] found = [StoredTables.Of(Table.Build()), new StoredTable("Other", [])];

        KustoSchemaDiff.Compare([Table.Build()], found).Differences.ShouldBeEmpty();
        SchemaDifference extra = KustoSchemaDiff.Compare([Table.Build()], found, includeExtraTables: true)
            .Differences.ShouldHaveSingleItem();
        extra.Kind.ShouldBe(SchemaDifferenceKind.TableExtra);
        extra.IsDrift.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""[{"Column":"A","DataType":"string","Properties":{"Ordinal":"0"}},{"Column":"At","Properties":{"Ordinal":"1"}}]""", null)]
    [InlineData("""[{"Column":"A","DataType":"long","Properties":{"Ordinal":"0"}},{"Column":"At","Properties":{"Ordinal":"1"}}]""", "'A' from field 0 as long")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0"}}]""", "nothing for 'At'")]
    [InlineData("""[{"Column":"A","Properties":{"ConstValue":"x"}},{"Column":"At","Properties":{"Ordinal":"1"}}]""", "'A' from the constant \"x\"")]
    [InlineData("""[{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"At","Properties":{"Ordinal":"1"}},{"Column":"B","Properties":{"Transform":"SourceLocation"}}]""", "'B' from what the service knows of the source by SourceLocation")]
    public void MappingsAreComparedByWhatTheySay(string json, string? found)
    {
        TableSchema table = Table.Mapping("m").Build();
        StoredTable stored = StoredTables.Of(table) with { CsvMappings = [new StoredMapping("m", MappingParser.Parse(json))] };

        SchemaDifference[] differences = [.. KustoSchemaDiff.Compare([table], [stored]).Differences];

        differences.Select(difference => difference.Found).ShouldBe(found is null ? [] : [found]);
    }

    [Fact]
    public void DeclaredTableIsItself()
    {
        TableSchema table = Everything();
        KustoSchemaDiff.Compare([table], [StoredTables.Of(table)]).Differences.ShouldBeEmpty();
    }

    private static TableSchema Everything() => Table
        .StreamingIngestion()
        .Policy(TablePolicies.IngestionBatching("30s"))
        .Policy(TablePolicies.Retention("365d", recoverability: true))
        .Policy(TablePolicies.Caching("31d"))
        .Policy(TablePartitioning.Policy("A"))
        .Policy(TablePolicies.RowOrder("A", "At desc"))
        .Policy(TablePolicies.Update("Raw", "Raw | where a == 'b'", isTransactional: true))
        .Policy(TablePolicies.AutoDelete("2099-01-01"))
        .Build();

    private static IReadOnlyList<SchemaDifference> Differences(TableSchema table, string policy, string? found)
    {
        StoredTable stored = StoredTables.Of(table);
        Dictionary<string, string> policies = new(stored.Policies!, StringComparer.Ordinal);
        policies.Remove(policy);
        if (found is not null)
        {
            policies[policy] = found;
        }

        return KustoSchemaDiff.Compare([table], [stored with { Policies = policies }]).Differences;
    }
}
