using Kusto.Typed.EndToEnd.Tests.Shapes;
using Kusto.Typed.Testing;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Scaffold;

public sealed class ScaffoldVerbTests
{
    [Fact]
    public Task CommandsBecomeARecord() => ShouldBeAsync(
        """
        // the storms of the year
        .create-merge table storms (StartTime:date, State:string, ['Injuries Direct']:int, class:guid, Extra:dynamic)
          with (folder="Weather", docstring="What the weather did & where")
        .create table storms ingestion csv mapping "byhand" '[{"Column":"StartTime","Properties":{"Ordinal":"1"}},{"Column":"State","Properties":{"Ordinal":"0"}},{"Column":"Injuries Direct","Properties":{"Ordinal":"2"}},{"Column":"class","Properties":{"Ordinal":"3"}},{"Column":"Extra","Properties":{"ConstValue":"{}"}}]'
        .alter-merge table storms column-docstrings (State:"Where it was")
        .alter column storms.State policy encoding type='Identifier'
        .alter table storms policy streamingingestion enable
        .alter-merge table storms policy retention softdelete = 365d recoverability = enabled
        .alter table storms policy caching hot = 31d
        """,
        """
        using System;
        using Kusto.Typed;

        namespace Weather;

        /// <summary>What the weather did &amp; where</summary>
        [KustoTable("storms", MappingName = "byhand", Folder = "Weather", DateTimeKind = KustoDateTimeKind.Utc)]
        [KustoStreamingIngestion]
        [KustoRetention("365d", Recoverability = true)]
        [KustoCaching("31d")]
        [KustoFilledColumn("Extra", Value = "{}", Type = KustoType.Dynamic)]
        public partial record Storm
        {
            [KustoColumn(Ordinal = 1)]
            public DateTime? StartTime { get; init; }

            /// <summary>Where it was</summary>
            [KustoColumn(Ordinal = 0, Encoding = KustoEncoding.Identifier)]
            public string State { get; init; } = "";

            [KustoColumn("Injuries Direct", Ordinal = 2)]
            public int? InjuriesDirect { get; init; }

            [KustoColumn(Ordinal = 3)]
            public Guid? @class { get; init; }
        }

        """,
        "--namespace", "Weather", "--type", "Storm");

    [Fact]
    public Task SavedSchemaBecomesARecord() => ShouldBeAsync(
        """{"Name":"Storm","OrderedColumns":[{"Name":"Took","CslType":"timespan","DocString":"How long"},{"Name":"More","Type":"System.Object"}]}""",
        """
        using System;
        using System.Text.Json;
        using Kusto.Typed;

        [KustoTable]
        public partial record Storm
        {
            /// <summary>How long</summary>
            public TimeSpan? Took { get; init; }

            public JsonElement? More { get; init; }
        }

        """);

    [Fact]
    public Task TypesOfACsvFileAreThoseOfItsValues() => ShouldBeAsync(
        """
        Id,Zip,At,Took,Value,Big,Key,Ok,Note,Bag,Never
        1,01234,2026-01-31T08:15:00Z,1.02:03:04,1,2147483648,74be27de-1e4e-49d9-b579-fe0b331d3642,true,"a, b","{""k"":1}",
        2,99999,2026-02-01,00:00:01,1e-3,1,74be27de-1e4e-49d9-b579-fe0b331d3642,False,,[],

        """,
        """
        using System;
        using System.Text.Json;
        using Kusto.Typed;

        // 'Never' has no value in the file: it may be of another type.
        [KustoTable(DateTimeKind = KustoDateTimeKind.Utc)]
        public partial record Storm
        {
            public required int Id { get; init; }

            public required string Zip { get; init; }

            public required DateTime At { get; init; }

            public required TimeSpan Took { get; init; }

            public required double Value { get; init; }

            public required long Big { get; init; }

            public required Guid Key { get; init; }

            public required bool Ok { get; init; }

            public string Note { get; init; } = "";

            public required JsonElement Bag { get; init; }

            public string Never { get; init; } = "";
        }

        """,
        "--table", "Storm");

    [Fact]
    public async Task EmptyFieldMakesAColumnNullable() =>
        (await ToolRun.WithInputAsync("A,B\n1,2\n,3\n", "scaffold", "-", "--table", "T")).Output
            .ShouldContain("public int? A { get; init; }\n\n    public required int B { get; init; }");

    [Theory]
    [InlineData(""".create table T (a:string, b:string, ['a b']:string)""", "'[{\"Column\":\"a\",\"Ordinal\":0}]'", "does not have the column 'b' once")]
    [InlineData(""".create table T (a:string)""", "'[{\"Column\":\"a\",\"Ordinal\":0},{\"Column\":\"z\",\"Ordinal\":1}]'", "names the column 'z'")]
    [InlineData(""".create table T (a:string, b:string)""", "'[{\"Column\":\"a\",\"Ordinal\":0},{\"Column\":\"b\",\"Ordinal\":0}]'", "field 0 in more than one column")]
    [InlineData(""".create table T (a:string)""", "'[{\"Column\":\"a\",\"Properties\":{\"Ordinal\":0,\"Transform\":\"BytesAsBase64\"}}]'", "'BytesAsBase64'")]
    public async Task MappingThatATypeCannotHaveIsNotedAndLeftOut(string table, string mapping, string note)
    {
        ToolRun run = await ToolRun.WithInputAsync($"{table}\n.create table T ingestion csv mapping 'm' {mapping}", "scaffold", "-", "--type", "Storm");
        run.Output.ShouldContain("// The mapping 'm' is not taken over: ");
        run.Output.ShouldContain(note);
        run.Output.ShouldNotContain("MappingName");
        ShapeCompiler.Compile(run.Output).ShouldNotBeNull(run.Output);
    }

    [Theory]
    [InlineData(".create table T (Storm:int, Equals:int, ['a-b']:int, ab:int, aB2:int, ['2020']:int, get_ab:int, ToString:int)")]
    [InlineData(".create table T (DateTime:guid, Guid:datetime, System:timespan, JsonElement:dynamic, KustoType:int, Clone:int)")]
    [InlineData(".create table T (class:int, record:int, value:int, required:int, init:int, ['Größe']:int, ['日時']:datetime)")]
    public async Task NamesOfAllKindsCompile(string command)
    {
        ToolRun run = await ToolRun.WithInputAsync(command, "scaffold", "-", "--type", "Storm");
        ShapeCompiler.Compile(run.Output).ShouldNotBeNull(run.Output + run.Error);
    }

    [Fact]
    public async Task FileOfTheWorldBecomesARecordThatCompiles()
    {
        string file = Repository.PathOf("tests", "Kusto.Typed.EndToEnd.Tests", "Sources", "birdstrikes.csv");
        ToolRun run = await ToolRun.OfAsync("scaffold", file, "--type", "Storm");
        run.Output.ShouldContain("[KustoTable(\"birdstrikes\", DateTimeKind = KustoDateTimeKind.Utc)]");
        run.Output.ShouldContain("// 'Cost Total $' is no name that Kusto takes: the column is 'Cost Total'.");
        run.Output.ShouldContain("    [KustoColumn(\"Flight Date\")]\n    public required DateTime FlightDate { get; init; }\n");
        run.Output.ShouldContain("int? SpeedIASInKnots { get; init; }");
        ShapeCompiler.Compile(run.Output).ShouldNotBeNull(run.Output);
    }

    [Fact]
    public async Task TabbedFileIsReadByItsName()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "storms.tsv");
        await File.WriteAllTextAsync(file, "A\tB\n1\ta,b\n");
        ToolRun run = await ToolRun.OfAsync("scaffold", file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        run.Output.ShouldContain("[KustoTable(\"storms\")]\npublic partial record Storms\n");
        run.Output.ShouldContain("public required string B");
    }

    [Theory]
    [InlineData("A,B\n1\n", "-(2): the record has 1 fields and the header 2")]
    [InlineData("A,A\n1,2\n", "twice")]
    [InlineData("A,$\n1,2\n", "'$'")]
    public async Task FileThatIsNoTableEndsWithTwoAndSaysWhere(string input, string words)
    {
        ToolRun run = await ToolRun.WithInputAsync(input, "scaffold", "-", "--table", "T");
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(words);
    }

    [Theory]
    [InlineData(".create table A (x:int)\n.create table B (x:int)", "A, B")]
    [InlineData(".create table A (x:nosuch)", "nosuch")]
    [InlineData("\n.create table A (x int)", "-(2,20)")]
    [InlineData(".create table A (x:int, X:int)", "twice")]
    [InlineData("{}", "Databases")]
    [InlineData("A,B\n1", "--table NAME")]
    public async Task WhatIsNoTableEndsWithTwoAndSaysWhy(string input, string words)
    {
        ToolRun run = await ToolRun.WithInputAsync(input, "scaffold", "-");
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(words);
    }

    [Theory]
    [InlineData("--type", "a b")]
    [InlineData("--namespace", "A..B")]
    [InlineData("--table", "Nope")]
    [InlineData("--mapping", "nope")]
    public async Task OptionThatCannotBeEndsWithTwo(string option, string value)
    {
        ToolRun run = await ToolRun.WithInputAsync(".create table A (x:int)", "scaffold", "-", option, value);
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(value);
    }

    private static async Task ShouldBeAsync(string input, string record, params string[] options)
    {
        ToolRun run = await ToolRun.WithInputAsync(input, ["scaffold", "-", .. options]);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldBe(record.ReplaceLineEndings("\n"));
        ShapeCompiler.Compile(run.Output).ShouldNotBeNull();
    }
}
