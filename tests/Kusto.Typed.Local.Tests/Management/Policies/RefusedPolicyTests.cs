using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Management.Policies;

public sealed class RefusedPolicyTests
{
    private readonly Stage _stage = Stage.WithTable(
        "A:int, S:string, At:datetime, D:dynamic", new LocalKustoOptions { TimeProvider = new FixedTime() });

    [Theory]
    [InlineData("streamingingestion '{}'", "it lacks IsEnabled")]
    [InlineData("streamingingestion '[1]'", "it is no JSON object but [1]")]
    [InlineData("streamingingestion '{'", "it is no JSON: ")]
    [InlineData("""streamingingestion '{"IsEnabled":"yes"}'""", "IsEnabled is \"yes\" and takes true or false")]
    [InlineData("""streamingingestion '{"IsEnabled":true,"HintAllocatedRate":-1}'""", "HintAllocatedRate is -1 and takes a number of 0 or more")]
    [InlineData("""streamingingestion '{"IsEnabled":true,"Hint":1}'""", "it has the member 'Hint' and takes only IsEnabled, HintAllocatedRate")]
    [InlineData("""ingestionbatching '{"MaximumBatchingTimeSpan":"00:00:09"}'""", "MaximumBatchingTimeSpan is \"00:00:09\" and takes a timespan from \"00:00:10\" to \"00:30:00\"")]
    [InlineData("""ingestionbatching '{"MaximumBatchingTimeSpan":"00:30:01"}'""", "takes a timespan")]
    [InlineData("""ingestionbatching '{"MaximumNumberOfItems":25001}'""", "MaximumNumberOfItems is 25001 and takes a whole number from 1 to 25000")]
    [InlineData("""ingestionbatching '{"MaximumNumberOfItems":0}'""", "MaximumNumberOfItems is 0")]
    [InlineData("""ingestionbatching '{"MaximumRawDataSizeMB":99}'""", "takes a whole number from 100 to 4096")]
    [InlineData("""ingestionbatching '{"MaximumRawDataSizeMB":4097}'""", "takes a whole number from 100 to 4096")]
    [InlineData("""retention '{"SoftDeletePeriod":"a year"}'""", "SoftDeletePeriod is \"a year\" and takes a timespan from \"00:00:00\" to \"365000.00:00:00\"")]
    [InlineData("""retention '{"SoftDeletePeriod":"-1.00:00:00"}'""", "SoftDeletePeriod is \"-1.00:00:00\"")]
    [InlineData("""retention '{"SoftDeletePeriod":365}'""", "SoftDeletePeriod is 365")]
    [InlineData("""retention '{"Recoverability":"Maybe"}'""", "Recoverability is \"Maybe\" and takes Enabled or Disabled")]
    [InlineData("""retention '{"SoftDeletPeriod":"1.00:00:00"}'""", "it has the member 'SoftDeletPeriod'")]
    [InlineData("retention softdelete = 365d", "expected a string literal")]
    [InlineData("caching '{}'", "expected 'hot = ' and a timespan")]
    [InlineData("caching hot = 31", "expected a timespan of 0 or more, such as 31d at position 36 and found '31'")]
    [InlineData("caching hot = -1d", "expected a timespan of 0 or more")]
    [InlineData("caching hot = timespan(x)", "expected a timespan of 0 or more")]
    [InlineData("caching hotdata = 1d", "expected 'hotindex = ' and a timespan")]
    [InlineData("caching hot = 1d, hot_window = datetime(2026-01-01) .. datetime(2026-02-01)", "expected the end")]
    [InlineData("roworder ()", "expected the name of a column")]
    [InlineData("roworder (A)", "expected asc or desc")]
    [InlineData("roworder (X asc)", "the table 'T' has no column 'X'. It has: A, S, At, D. Names are case-sensitive")]
    [InlineData("roworder (a asc)", "the table 'T' has no column 'a'")]
    [InlineData("roworder (D asc)", "the column 'D' is dynamic, which has no order")]
    [InlineData("roworder (A asc, A desc)", "it names the column 'A' twice")]
    [InlineData("update '{}'", "it is no JSON array but {}")]
    [InlineData("update '[1]'", "it is no JSON object but 1")]
    [InlineData("""update '[{"Source":"T","Query":"T"}]'""", "it lacks IsEnabled")]
    [InlineData("""update '[{"IsEnabled":true,"Query":"T"}]'""", "it lacks Source")]
    [InlineData("""update '[{"IsEnabled":true,"Source":"T"}]'""", "it lacks Query")]
    [InlineData("""update '[{"IsEnabled":true,"Source":"t","Query":"t"}]'""", "its Source 't' is no table of the database 'Samples'")]
    [InlineData("""update '[{"IsEnabled":true,"Source":"T","Query":"T","Transactional":true}]'""", "it has the member 'Transactional'")]
    [InlineData("auto_delete '{}'", "it lacks ExpiryDate")]
    [InlineData("""auto_delete '{"ExpiryDate":"tomorrow"}'""", "ExpiryDate is \"tomorrow\" and takes a datetime in ISO 8601")]
    [InlineData("""auto_delete '{"ExpiryDate":"2026-01-31T08:15:00Z"}'""", "ExpiryDate is 2026-01-31T08:15:00Z and must be later than 2026-01-31T08:15:00Z")]
    [InlineData("""auto_delete '{"ExpiryDate":"2030-01-01","DeleteIfNotEmpty":1}'""", "DeleteIfNotEmpty is 1 and takes true or false")]
    [InlineData("sharding '{\"ShardEngineMaxRowCount\":0}'", "ShardEngineMaxRowCount is 0 and takes a whole number from 1")]
    [InlineData("sharding '{\"MaxRows\":1}'", "it has the member 'MaxRows'")]
    [InlineData("merge '{\"AllowMerge\":\"no\"}'", "AllowMerge is \"no\" and takes true or false")]
    [InlineData("merge '{\"Lookback\":{\"Kind\":\"Some\"}}'", "Kind is \"Some\" and takes Default or All or HotCache or Custom")]
    [InlineData("ingestiontime yes", "expected true or false")]
    [InlineData("restricted_view_access", "expected true or false")]
    [InlineData("row_level_security 'T'", "expected enable or disable")]
    [InlineData("row_level_security enable", "expected a string literal")]
    [InlineData("extent_tags_retention '[{\"TagPrefix\":\"a\",\"RetentionPeriod\":\"7.00:00:00\"}]'", "TagPrefix is 'a' and ends with a colon")]
    [InlineData("extent_tags_retention '[{\"TagPrefix\":\"a:\"}]'", "it lacks RetentionPeriod")]
    [InlineData("partitioning '{}'", "it lacks PartitionKeys")]
    [InlineData("""partitioning '{"PartitionKeys":{}}'""", "PartitionKeys is no JSON array but {}")]
    [InlineData("""partitioning '{"PartitionKeys":[]}'""", "it has 0 PartitionKeys and takes one of kind Hash, one of kind UniformRange, or both")]
    public void WhatDoesNotFitIsSaid(string policy, string message) => Refuses($".alter table T policy {policy}", message);

    [Theory]
    [InlineData("X", "Hash", """{"MaxPartitionCount":8}""", "has no column 'X'")]
    [InlineData("A", "Hash", """{"MaxPartitionCount":8}""", "a key of kind Hash is a column of type string or guid, and 'A' is of type int")]
    [InlineData("S", "UniformRange", """{"Reference":"2020-01-01","RangeSize":"1.00:00:00"}""", "a key of kind UniformRange is a column of type datetime, and 'S' is of type string")]
    [InlineData("S", "Range", "{}", "Kind is \"Range\" and takes Hash or UniformRange")]
    [InlineData("S", "Hash", "{}", "it lacks MaxPartitionCount")]
    [InlineData("S", "Hash", """{"MaxPartitionCount":1}""", "MaxPartitionCount is 1 and takes a whole number from 2 to 2048")]
    [InlineData("S", "Hash", """{"MaxPartitionCount":2049}""", "MaxPartitionCount is 2049")]
    [InlineData("S", "Hash", """{"MaxPartitionCount":8,"Function":"Md5"}""", "Function is \"Md5\" and takes XxHash64")]
    [InlineData("S", "Hash", """{"MaxPartitionCount":8,"PartitionAssignmentMode":3}""", "PartitionAssignmentMode is 3 and takes Default or Uniform or ByPartition")]
    [InlineData("S", "Hash", """{"MaxPartitionCount":8,"RangeSize":"1.00:00:00"}""", "it has the member 'RangeSize'")]
    [InlineData("At", "UniformRange", """{"RangeSize":"1.00:00:00"}""", "it lacks Reference")]
    [InlineData("At", "UniformRange", """{"Reference":"2020-01-01"}""", "it lacks RangeSize")]
    [InlineData("At", "UniformRange", """{"Reference":"2020-01-01","RangeSize":"00:00:00"}""", "RangeSize is \"00:00:00\"")]
    public void APartitionKeyThatDoesNotFitIsSaid(string column, string kind, string properties, string message) =>
        Refuses(
            $$""".alter table T policy partitioning '{"PartitionKeys":[{"ColumnName":"{{column}}","Kind":"{{kind}}","Properties":{{properties}}}]}'""",
            message);

    [Fact]
    public void TwoPartitionKeysOfOneKindAreRefused()
    {
        const string Key = """{"ColumnName":"S","Kind":"Hash","Properties":{"MaxPartitionCount":8}}""";
        Refuses(
            $$""".alter table T policy partitioning '{"PartitionKeys":[{{Key}},{{Key}}]}'""",
            "it has 2 PartitionKeys and takes one of kind Hash, one of kind UniformRange, or both");
    }

    [Theory]
    [InlineData(".alter-merge table T policy caching hot = 1d", "The policy caching is set as a whole. Use .alter in place of .alter-merge.")]
    [InlineData(".alter-merge table T policy roworder (A asc)", "The policy roworder is set as a whole.")]
    [InlineData(".alter-merge table T policy auto_delete '{}'", "The policy auto_delete is set as a whole.")]
    [InlineData(".alter-merge table T policy streamingingestion enable", "expected a string literal")]
    [InlineData(".alter-merge table T policy retention recoverability = no", "expected enabled or disabled")]
    [InlineData(".alter-merge table T policy retention hot = 1d", "expected a string literal, 'softdelete' or 'recoverability'")]
    [InlineData(".alter-merge table T policy partitioning '{\"EffectiveDateTime\":\"2026-01-01\"}'", "it lacks PartitionKeys")]
    [InlineData(".alter table T policy mirroring '{}'", "keeps these policies of tables: streamingingestion, ingestionbatching, retention, caching, partitioning, roworder, sharding, merge, update, auto_delete, extent_tags_retention, ingestiontime, restricted_view_access, row_level_security.")]
    [InlineData(".show table T policy mirroring", "Run the others against a real cluster")]
    [InlineData(".delete table T policy mirroring", "Run the others against a real cluster")]
    [InlineData(".alter-merge table T policy ingestiontime true", "The policy ingestiontime is set as a whole.")]
    [InlineData(".alter database Samples policy update '[]'", "A database has no policy update; it has: streamingingestion, ingestionbatching, retention, caching, sharding, merge, extent_tags_retention.")]
    [InlineData(".show database Samples policy restricted_view_access", "A database has no policy restricted_view_access")]
    [InlineData(".alter-merge database Samples policy caching hot = 1d", "The policy caching is set as a whole.")]
    [InlineData(".alter table X policy caching hot = 1d", "has no table 'X'")]
    [InlineData(".show table X policy caching", "has no table 'X'")]
    [InlineData(".delete table X policy caching", "has no table 'X'")]
    public void WhatIsNotDoneIsSaid(string command, string message) => Refuses(command, message);

    private void Refuses(string command, string message)
    {
        var before = _stage.Database.Require("T").Policies;
        Stage.Refused(() => _stage.Run(command)).Message.ShouldContain(message);
        _stage.Database.Require("T").Policies.ShouldBe(before);
    }
}
