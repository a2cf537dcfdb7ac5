using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management.Policies;

public sealed class PolicyCommandTests
{
    private const string BothKeys =
        """{"PartitionKeys":[{"ColumnName":"S","Kind":"Hash","Properties":{"Function":"XxHash64","MaxPartitionCount":128,"Seed":1,"PartitionAssignmentMode":"Uniform"}},{"ColumnName":"At","Kind":"UniformRange","Properties":{"Reference":"2020-01-01T00:00:00Z","RangeSize":"1.00:00:00","OverrideCreationTime":false}}],"EffectiveDateTime":"2026-01-01T00:00:00Z","MinRowCountPerOperation":0}""";

    private const string Update =
        """[{"IsEnabled":true,"Source":"Source","Query":"Source | where A < 1 and S == \"x\"","IsTransactional":true,"PropagateIngestionProperties":false}]""";

    private readonly Stage _stage = Stage.WithTable(
        "A:int, S:string, G:guid, At:datetime, D:dynamic, ['a b']:long",
        new LocalKustoOptions { TimeProvider = new FixedTime() });

    public PolicyCommandTests() => _stage.Run(".create table Source (A:int, S:string)");

    public static TheoryData<string, string, string, string> Kinds => new()
    {
        { "streamingingestion", "StreamingIngestionPolicy", "disable", """{"IsEnabled":false,"HintAllocatedRate":null}""" },
        { "streamingingestion", "StreamingIngestionPolicy", """'{"isEnabled":true,"HintAllocatedRate":2.1}'""", """{"IsEnabled":true,"HintAllocatedRate":2.1}""" },
        { "ingestionbatching", "IngestionBatchingPolicy", """'{"MaximumBatchingTimeSpan":"00:00:30"}'""", """{"MaximumBatchingTimeSpan":"00:00:30","MaximumNumberOfItems":500,"MaximumRawDataSizeMB":1024}""" },
        { "retention", "RetentionPolicy", """'{"SoftDeletePeriod":"365.00:00:00"}'""", """{"SoftDeletePeriod":"365.00:00:00","Recoverability":"Enabled"}""" },
        { "retention", "RetentionPolicy", """'{"recoverability":"disabled"}'""", """{"SoftDeletePeriod":"365000.00:00:00","Recoverability":"Disabled"}""" },
        { "caching", "CachingPolicy", "hot = 31d", """{"DataHotSpan":{"Value":"31.00:00:00"},"IndexHotSpan":{"Value":"31.00:00:00"}}""" },
        { "caching", "CachingPolicy", "hotdata = 1.5h hotindex=timespan(2.00:00:01)", """{"DataHotSpan":{"Value":"01:30:00"},"IndexHotSpan":{"Value":"2.00:00:01"}}""" },
        { "partitioning", "PartitioningPolicy", $"'{BothKeys}'", BothKeys },
        { "partitioning", "PartitioningPolicy", """'{"PartitionKeys":[{"ColumnName":"G","Kind":1,"Properties":{"MaxPartitionCount":2,"PartitionAssignmentMode":2}}]}'""", """{"PartitionKeys":[{"ColumnName":"G","Kind":"Hash","Properties":{"Function":"XxHash64","MaxPartitionCount":2,"Seed":1,"PartitionAssignmentMode":"ByPartition"}}]}""" },
        { "roworder", "RowOrderPolicy", "(['a b'] ASC, S desc)", "(['a b'] asc, ['S'] desc)" },
        { "update", "UpdatePolicy", $"@'{Update}'", Update },
        { "update", "UpdatePolicy", """'[{"IsEnabled":false,"Source":"*","Query":"Q()","ManagedIdentity":"system","SourceIsWildCard":true,"OwnerPrincipalDetails":{}}]'""", """[{"IsEnabled":false,"Source":"*","Query":"Q()","IsTransactional":false,"PropagateIngestionProperties":false,"ManagedIdentity":"system","SourceIsWildCard":true}]""" },
        { "auto_delete", "AutoDeletePolicy", """'{"ExpiryDate":"2030-06-01","DeleteIfNotEmpty":true}'""", """{"ExpiryDate":"2030-06-01T00:00:00Z","DeleteIfNotEmpty":true}""" },
        { "auto_delete", "AutoDeletePolicy", """'{"ExpiryDate":"2026-01-31T08:15:01Z"}'""", """{"ExpiryDate":"2026-01-31T08:15:01Z","DeleteIfNotEmpty":false}""" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void APolicyIsKeptShownAndDeleted(string kind, string name, string written, string shown)
    {
        object?[] row = [name, "[Samples].[T]", shown, "", "Table"];
        object?[] none = [name, "[Samples].[T]", "null", "", "Table"];
        object?[] other = [name, "[Samples].[Source]", "null", "", "Table"];

        _stage.Run($".alter table ['T'] policy {kind} {written}").Rows.ShouldHaveSingleItem().ShouldBe(row);
        _stage.Run($".show table T policy {kind}").Rows.ShouldHaveSingleItem().ShouldBe(row);
        _stage.Run($".show table * policy {kind}").Rows.ShouldBe([other, row]);
        _stage.Run($".delete table T policy {kind}").Rows.ShouldHaveSingleItem().ShouldBe(none);
        _stage.Run($".show table T policy {kind}").Rows.ShouldHaveSingleItem().ShouldBe(none);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WhatIsShownIsTakenAgain(string kind, string name, string written, string shown)
    {
        _stage.Run($".alter table T policy {kind} {written}");
        if (kind != "caching") // which is written as words and shown as JSON
        {
            _stage.Run($".alter table T policy {kind} {(kind == "roworder" ? shown : $"@'{shown}'")}");
        }

        _stage.Answer($".show table T policy {kind}").ShouldStartWith($"[\"{name}\",");
        _stage.Database.Require("T").Policies[kind].ShouldBe(shown);
    }

    [Fact]
    public void TheAnswerHasTheColumnsOfTheService() =>
        string.Join(", ", _stage.Run(".show table T policy caching").Columns.Select(column => column.Name))
            .ShouldBe("PolicyName, EntityName, Policy, ChildEntities, EntityType");

    [Fact]
    public void PoliciesOfAllKindsStandBesideOneAnotherAndStayWithARenamedTable()
    {
        _stage.Run(".alter table T policy caching hot = 1d");
        _stage.Run(".alter table T policy roworder (A asc)");
        _stage.Run(".rename table T to U");
        _stage.Answer(".show table U policy caching").ShouldContain("[Samples].[U]");
        _stage.Answer(".show table U policy roworder").ShouldContain("(['A'] asc)");
        _stage.Database.Require("U").StreamingPolicy.ShouldNotBeNull().IsEnabled.ShouldBeTrue();
        var details = _stage.Run(".show table U details");
        details.Rows.ShouldHaveSingleItem()[details.Columns.ToList().FindIndex(column => column.Name == "RowOrderPolicy")]
            .ShouldBe("(['A'] asc)");
    }

    [Theory]
    [InlineData("retention", "softdelete = 10d recoverability = disabled", """{"SoftDeletePeriod":"10.00:00:00","Recoverability":"Disabled"}""")]
    [InlineData("retention", "softdelete=10d", """{"SoftDeletePeriod":"10.00:00:00","Recoverability":"Enabled"}""")]
    [InlineData("retention", "recoverability = disabled", """{"SoftDeletePeriod":"365000.00:00:00","Recoverability":"Disabled"}""")]
    [InlineData("retention", """'{"Recoverability":"Disabled"}'""", """{"SoftDeletePeriod":"365000.00:00:00","Recoverability":"Disabled"}""")]
    public void MergingIntoNoPolicyTakesTheDefaults(string kind, string written, string shown)
    {
        _stage.Run($".alter-merge table T policy {kind} {written}");
        _stage.Database.Require("T").Policies[kind].ShouldBe(shown);
    }

    [Theory]
    [InlineData("retention", """'{"SoftDeletePeriod":"10.00:00:00","Recoverability":"Disabled"}'""", "softdelete = 20d", """{"SoftDeletePeriod":"20.00:00:00","Recoverability":"Disabled"}""")]
    [InlineData("retention", """'{"SoftDeletePeriod":"10.00:00:00","Recoverability":"Disabled"}'""", """'{"recoverability":"Enabled"}'""", """{"SoftDeletePeriod":"10.00:00:00","Recoverability":"Enabled"}""")]
    [InlineData("ingestionbatching", """'{"MaximumNumberOfItems":7}'""", """'{"MaximumBatchingTimeSpan":"00:01:00"}'""", """{"MaximumBatchingTimeSpan":"00:01:00","MaximumNumberOfItems":7,"MaximumRawDataSizeMB":1024}""")]
    [InlineData("streamingingestion", """'{"IsEnabled":true}'""", """'{"HintAllocatedRate":3}'""", """{"IsEnabled":true,"HintAllocatedRate":3}""")]
    [InlineData("partitioning", """'{"PartitionKeys":[{"ColumnName":"S","Kind":"Hash","Properties":{"MaxPartitionCount":8}}]}'""", """'{"EffectiveDateTime":"2026-01-01"}'""", """{"PartitionKeys":[{"ColumnName":"S","Kind":"Hash","Properties":{"Function":"XxHash64","MaxPartitionCount":8,"Seed":1,"PartitionAssignmentMode":"Default"}}],"EffectiveDateTime":"2026-01-01T00:00:00Z"}""")]
    public void MergingKeepsWhatIsNotSaid(string kind, string first, string second, string shown)
    {
        _stage.Run($".alter table T policy {kind} {first}");
        _stage.Run($".alter-merge table T policy {kind} {second}");
        _stage.Database.Require("T").Policies[kind].ShouldBe(shown);
    }

    [Fact]
    public void AlterSetsBackWhatIsNotSaid()
    {
        _stage.Run(""".alter table T policy ingestionbatching '{"MaximumNumberOfItems":7}'""");
        _stage.Run(""".alter table T policy ingestionbatching '{"MaximumRawDataSizeMB":200}'""");
        _stage.Database.Require("T").BatchingPolicy?.Items.ShouldBe(500);
    }

    [Fact]
    public void MergingAnUpdatePolicyAppendsItEvenTwice()
    {
        _stage.Run($".alter-merge table T policy update @'{Update}'");
        _stage.Run($".alter-merge table T policy update @'{Update}'");
        _stage.Database.Require("T").Policies["update"].ShouldBe($"[{Update[1..^1]},{Update[1..^1]}]");
        _stage.Run($".alter table T policy update @'{Update}'");
        _stage.Database.Require("T").Policies["update"].ShouldBe(Update);
    }

    [Fact]
    public void NothingIsKeptOnlyOfTheSourceOfATransactionalUpdate()
    {
        const string Zero = """.alter table Source policy retention '{"SoftDeletePeriod":"00:00:00","Recoverability":"Disabled"}'""";
        Stage.Refused(() => _stage.Run(Zero)).Code.ShouldBe("BadRequest_ZeroRetentionPolicyWithNoUpdatePolicy");
        _stage.Run($".alter table T policy update @'{Update}'");
        _stage.Run(Zero);
        Stage.Refused(() => _stage.Run(Zero.Replace("Disabled", "Enabled"))).Message
            .ShouldContain("'Source' has Recoverability Enabled");
        Stage.Refused(() => _stage.Run(Zero.Replace("Source", "T"))).Code
            .ShouldBe("BadRequest_ZeroRetentionPolicyWithNoUpdatePolicy");
    }

    [Theory]
    [InlineData("sharding '{}'", "ShardingPolicy", """{"ShardEngineMaxRowCount":1048576,"ShardEngineMaxExtentSizeInMb":8192,"ShardEngineMaxOriginalSizeInMb":3072}""")]
    [InlineData("sharding '{\"MaxRowCount\":5}'", "ShardingPolicy", """{"ShardEngineMaxRowCount":5,"ShardEngineMaxExtentSizeInMb":8192,"ShardEngineMaxOriginalSizeInMb":3072}""")]
    [InlineData("merge '{\"AllowRebuild\":false}'", "MergePolicy", """{"RowCountUpperBoundForMerge":16000000,"OriginalSizeMBUpperBoundForMerge":30000,"MaxExtentsToMerge":100,"MaxRangeInHours":24,"AllowRebuild":false,"AllowMerge":true,"Lookback":{"Kind":"Default","CustomPeriod":null}}""")]
    [InlineData("ingestiontime true", "IngestionTimePolicy", """{"IsEnabled":true}""")]
    [InlineData("restricted_view_access false", "RestrictedViewAccessPolicy", """{"IsEnabled":false}""")]
    [InlineData("row_level_security enable \"T | where A > 1\"", "RowLevelSecurityPolicy", """{"IsEnabled":true,"Query":"T | where A > 1"}""")]
    [InlineData("row_level_security disable with (allowMaterializedViewsWithoutRowLevelSecurity=true) 'T'", "RowLevelSecurityPolicy", """{"IsEnabled":false,"Query":"T"}""")]
    [InlineData("extent_tags_retention '[{\"TagPrefix\":\"ingest-by:\",\"RetentionPeriod\":\"7.00:00:00\"}]'", "ExtentTagsRetentionPolicy", """[{"TagPrefix":"ingest-by:","RetentionPeriod":"7.00:00:00"}]""")]
    public void APolicyIsShownAsItIsKeptAndGoesWhenItIsDeleted(string policy, string name, string kept)
    {
        _stage.Run(".alter table T policy " + policy).Rows.ShouldHaveSingleItem()
            .ShouldBe([name, "[Samples].[T]", kept, "", "Table"]);
        string kind = policy.Split(' ')[0];
        _stage.Run($".show table * policy {kind}").Rows.Select(row => row[2]).ShouldBe(["null", kept], "there are two tables");
        _stage.Run($".delete table T policy {kind}").Rows.ShouldHaveSingleItem()[2].ShouldBe("null");
    }

    [Fact]
    public void ATableHasOneOfTheTwoThatHideRows()
    {
        _stage.Run(".alter table T policy row_level_security enable 'T'");
        Stage.Refused(() => _stage.Run(".alter table T policy restricted_view_access true")).Message
            .ShouldContain("the table 'T' has row_level_security, and has one of the two");
        _stage.Run(".alter table T policy row_level_security disable 'T'");
        _stage.Run(".alter table T policy restricted_view_access true");
        Stage.Refused(() => _stage.Run(".alter table T policy row_level_security enable 'T'")).Message
            .ShouldContain("the table 'T' has restricted_view_access");
    }

    [Fact]
    public void APolicyOfTheDatabaseHoldsForTablesWithoutOne()
    {
        _stage.Run(".alter database Samples policy retention '{\"SoftDeletePeriod\":\"10.00:00:00\"}'");
        _stage.Answer(".alter-merge database Samples policy retention recoverability = disabled").ShouldBe(
            """["RetentionPolicy","[Samples]","{\"SoftDeletePeriod\":\"10.00:00:00\",\"Recoverability\":\"Disabled\"}","","Database"]""");
        _stage.Answer(".show table T policy retention | project Policy").ShouldBe("[\"null\"]", "the table has none of its own");
        _stage.Answer(".show table T details | where RetentionPolicy contains '10.00:00:00' | count").ShouldBe("[1]");
        _stage.Run(".alter-merge table T policy retention softdelete = 5d");
        _stage.Answer(".show table T details | where RetentionPolicy contains '10.00:00:00' | count").ShouldBe("[0]");
        _stage.Answer(".show database Samples policy caching | project Policy").ShouldBe("[\"null\"]");
    }

    [Fact]
    public void ADatabaseHasAStreamingPolicyForTablesWithoutOne()
    {
        _stage.Run(".delete table T policy streamingingestion");
        Stage.Refused(() => _stage.Ingest("1,,,,,\n"));
        _stage.Answer(".alter database Samples policy streamingingestion '{\"IsEnabled\":true}'").ShouldBe(
            """["StreamingIngestionPolicy","[Samples]","{\"IsEnabled\":true,\"HintAllocatedRate\":null}","","Database"]""");
        _stage.Ingest("1,,,,,\n").Query("T | count").ShouldBe("[1]");
        _stage.Run(".delete database Samples policy streamingingestion");
        Stage.Refused(() => _stage.Ingest("1,,,,,\n"));
    }
}
