using Kusto.Typed.Local.Tests.Testing;
using Kusto.Typed.Testing;
using Kusto.Typed.Tests.Commands;

namespace Kusto.Typed.Local.Tests.Management;

/// <summary>What the endpoint takes is what Microsoft's parser takes.</summary>
public sealed class ParserTests
{
    private const string Mapping = """'[{"Column":"A","Properties":{"Ordinal":"0"}}]'""";

    // Each runs where those before it have run.
    private static readonly string[] s_commands =
    [
        ".create table ['T'] (['A']:int, ['B']:string) with (docstring=\"d\", folder=\"f\")",
        ".create table ['U'] based-on ['T'] ifnotexists with (folder=\"g\")",
        ".create tables ['V'] (['X']:long), ['W'] (['Y']:string) with (folder=\"f\")",
        ".create-merge table ['T'] (['A']:int, ['C']:real)",
        ".create-merge tables ['T'] (['A']:int), ['V'] (['Z']:guid)",
        ".alter-merge table ['T'] (['D']:dynamic)",
        ".alter table ['V'] (['X']:long, ['Y']:timespan) with (docstring=\"d\")",
        ".alter table ['T'] docstring \"d2\"",
        ".alter table ['T'] folder \"a\\\\b\"",
        ".alter table ['T'] column-docstrings (['A']:\"a\")",
        ".alter-merge table ['T'] column-docstrings (['B']:\"b\")",
        ".rename table ['W'] to ['Y']",
        ".rename tables ['U']=['V'], ['V']=['U']",
        ".rename column ['T'].['C'] to ['E']",
        ".rename columns ['A']=['T'].['B'], ['B']=['T'].['A']",
        ".rename columns ['A']=['T'].['B'], ['B']=['T'].['A']",
        ".alter column ['T'].['E'] type=decimal",
        ".drop column ['T'].['E']",
        ".alter-merge table ['T'] (['F']:long, ['At']:datetime)",
        ".drop table ['T'] columns (['F'])",
        $".create table ['T'] ingestion csv mapping \"m\" {Mapping}",
        $".create-or-alter table ['T'] ingestion csv mapping \"m\" {Mapping}",
        $".alter table ['T'] ingestion csv mapping \"m\" {Mapping}",
        ".create table ['T'] ingestion json mapping \"j\" '[{\"Column\":\"A\",\"Properties\":{\"Path\":\"$.a\"}}]'",
        ".show table ['T'] ingestion csv mapping \"m\"",
        ".show table ['T'] ingestion csv mappings",
        ".show table ['T'] ingestion mappings",
        ".drop table ['T'] ingestion csv mapping \"m\"",
        $".create database ['Samples'] ingestion csv mapping \"m\" {Mapping}",
        $".create-or-alter database ['Samples'] ingestion csv mapping \"m\" {Mapping}",
        $".alter database ['Samples'] ingestion csv mapping \"m\" {Mapping}",
        ".show database ['Samples'] ingestion csv mappings",
        ".show database ['Samples'] ingestion mappings",
        ".drop database ['Samples'] ingestion csv mapping \"m\"",
        ".alter table ['T'] policy streamingingestion enable",
        ".alter table ['T'] policy ingestionbatching '{\"MaximumNumberOfItems\":5}'",
        ".alter-merge table ['T'] policy ingestionbatching '{\"MaximumBatchingTimeSpan\":\"00:01:00\"}'",
        ".alter-merge table ['T'] policy retention softdelete = 365d recoverability = enabled",
        ".alter table ['T'] policy caching hot = 31d",
        ".alter table ['T'] policy roworder (['A'] asc, ['B'] desc)",
        ".alter table ['T'] policy sharding '{\"ShardEngineMaxRowCount\":1048576}'",
        ".alter-merge table ['T'] policy merge '{\"AllowRebuild\":true}'",
        ".alter table ['T'] policy update '[{\"IsEnabled\":true,\"Source\":\"U\",\"Query\":\"U\"}]'",
        ".alter table ['T'] policy ingestiontime true",
        ".alter table ['T'] policy restricted_view_access true",
        ".delete table ['T'] policy restricted_view_access",
        ".alter table ['T'] policy row_level_security enable \"T\"",
        ".alter table ['T'] policy auto_delete '{\"ExpiryDate\":\"2130-06-01\",\"DeleteIfNotEmpty\":true}'",
        ".alter table ['T'] policy extent_tags_retention '[{\"TagPrefix\":\"ingest-by:\",\"RetentionPeriod\":\"7.00:00:00\"}]'",
        ".alter column ['T'].['B'] policy encoding type='BigObject'",
        ".show column ['T'].['B'] policy encoding",
        ".delete column ['T'].['B'] policy encoding",
        ".alter database ['Samples'] policy streamingingestion enable",
        ".alter database ['Samples'] policy caching hot = 3d",
        ".alter-merge database ['Samples'] policy retention softdelete = 10d",
        ".alter-merge database ['Samples'] policy ingestionbatching '{\"MaximumNumberOfItems\":5}'",
        ".show database ['Samples'] policy retention",
        ".delete database ['Samples'] policy retention",
        ".show table ['T'] policy sharding",
        ".show table * policy caching",
        ".show tables",
        ".show tables (['T'], ['U'])",
        ".show tables details | where TotalRowCount > 0 | count",
        ".show table ['T'] cslschema",
        ".show table ['T'] schema as json",
        ".show table ['T'] details",
        ".show database ['Samples'] schema",
        ".show database ['Samples'] schema if_later_than \"v1.4\"",
        ".show database ['Samples'] schema if_later_than \"v1.4\" as json",
        ".show database ['Samples'] schema as csl script with (IncludeEncodingPolicies=true, IncludeIngestionMappings=false)",
        ".show database ['Samples'] schema violations",
        ".show databases | project DatabaseName, Version",
        ".show version",
        ".show operations",
        ".show operations 3827def6-0773-4f2a-859e-c02cf395deaf",
        ".show operations (3827def6-0773-4f2a-859e-c02cf395deaf, 3827def6-0773-4f2a-859e-c02cf395dea1)",
        ".show operations | where StartedOn > ago(1h) and State == \"Failed\" | summarize N = count() by Operation | order by N desc | take 5",
        ".show ingestion failures with (OperationId=\"3827def6-0773-4f2a-859e-c02cf395deaf\")",
        ".clear table ['T'] data",
        ".drop table ['Y'] ifexists",
        ".drop tables (['T'], ['U']) ifexists",
    ];


    [Fact]
    public void TheEndpointTakesThemAll()
    {
        Stage stage = new();
        foreach (string command in s_commands)
        {
            Should.NotThrow(() => stage.Run(command), command);
        }

        string.Join(",", stage.Database.Tables.Keys).ShouldBe("V");
    }

    [NodeFact]
    public async Task MicrosoftsParserTakesThemAll()
    {
        foreach (ParsedCommand parsed in await ParsedCommand.ParseAsync(s_commands))
        {
            ShouldBeTaken(parsed);
        }
    }

    [NodeFact]
    public async Task MicrosoftsParserTakesTheScriptOfASchema()
    {
        Stage stage = new();
        DatabaseSchemaTests.FillWithAllThereIs(stage);
        string[] script =
            [.. stage.Run(".show database ['Samples'] schema as csl script").Rows.Select(row => (string)row[0]!)]; // one column of texts

        foreach (ParsedCommand parsed in await ParsedCommand.ParseAsync(script))
        {
            ShouldBeTaken(parsed);
        }
    }

    private static void ShouldBeTaken(ParsedCommand parsed)
    {
        parsed.Kind.ShouldNotBeNull(parsed.Text);
        parsed.Statements.ShouldBe(1, parsed.Text);
        parsed.Skipped.ShouldBeEmpty(parsed.Text);
        parsed.Diagnostics.ShouldBeEmpty(parsed.Text);
    }
}
