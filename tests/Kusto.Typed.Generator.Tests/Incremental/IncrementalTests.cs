using Kusto.Typed.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Incremental;

public sealed class IncrementalTests
{
    private const string Other = "Other.cs";

    private static readonly string s_storm = InWeather(
        "[KustoTable(\"Storms\")]\npublic partial record Storm(int Id, string State);");

    private static readonly string s_calm = InWeather("[KustoTable(\"Calms\")]\npublic partial record Calm(int Id);");

    [Fact]
    public void EditElsewhereLeavesAllSourceCached() =>
        After("Other", "public class Elsewhere { public int Number; }").ShouldBeCached();

    [Fact]
    public void CommentLeavesAllSourceCached() => After("Storm", "// a comment\n" + s_storm).ShouldBeCached();

    [Fact]
    public void MovedLinesLeaveAllSourceCached() => After("Storm", "\n\n\n" + s_storm).ShouldBeCached();

    [Fact]
    public void BodyOfAMethodLeavesAllSourceCached() =>
        AfterReplacing("string State);", "string State) { private static int Two() => 2; }").ShouldBeCached();

    [Fact]
    public void EditElsewhereLeavesMapsCached()
    {
        SyntaxTree[] trees =
        [
            TestCompilation.Tree(InWeather("[KustoRowFor<Order>] public partial struct OrderRow;\npublic class Order { public int Id { get; set; } }"), file: "Map.cs"),
            TestCompilation.Tree(s_storm, file: "Storm.cs"),
            TestCompilation.Tree("", file: Other),
        ];
        IncrementalRun.Of(trees, trees[2], "public class Elsewhere;").ShouldBeCached();
        IncrementalRun.Of(trees, trees[0], trees[0].ToString().Replace("int Id", "long Id", StringComparison.Ordinal))
            .ShouldBeEmittedAnew("Weather.OrderRow.g.cs", "KustoTables.g.cs");
    }

    [Fact]
    public void LockChangesNoSource()
    {
        SyntaxTree[] trees = [TestCompilation.Tree(s_storm, file: "Storm.cs"), TestCompilation.Tree("", file: Other)];
        IncrementalRun run = IncrementalRun.Of(
            trees, trees[1], "", new LockFile("table Storms\n    Id: int\n    State: string"), new LockFile("table Storms\n    Id: long"));
        run.ShouldBeEmittedAnew();
        run.Diagnostics.ShouldContain("KT0024");
    }

    [Fact]
    public void RenamedColumnIsEmittedAnew() =>
        AfterReplacing("State", "Region").ShouldBeEmittedAnew("Weather.Storm.g.cs", "KustoTables.g.cs");

    [Fact]
    public void ObsoleteColumnChangesTheRowAndNotTheTables() =>
        AfterReplacing("string State", "[property: Obsolete] string State").ShouldBeEmittedAnew("Weather.Storm.g.cs");

    [Fact]
    public void NullableNumberChangesTheLockOfTheTableToo() =>
        AfterReplacing("int Id", "int? Id").ShouldBeEmittedAnew("Weather.Storm.g.cs", "KustoTables.g.cs");

    [Fact]
    public void OtherTableNameIsEmittedAnew() =>
        AfterReplacing("Storms", "Thunder").ShouldBeEmittedAnew("Weather.Storm.g.cs", "KustoTables.g.cs");

    [Fact]
    public void NewRowIsEmittedBesideTheCachedOnes() =>
        After("Other", InWeather("[KustoTable] public partial record Rain(int Id);"))
            .ShouldBeEmittedAnew("Weather.Rain.g.cs", "KustoTables.g.cs");

    [Fact]
    public void EnumInAnotherFileThatBecomesAClassIsSeen() =>
        After(
            InWeather("public enum Level { Low }"),
            InWeather("public class Level { }"),
            InWeather("[KustoTable] public partial record Storm(Level Level);")).Diagnostics.ShouldBe(["KT0007"]);

    [Fact]
    public void ConflictWithATableOfAnotherFileIsSeen()
    {
        IncrementalRun run = After("Calm", InWeather("[KustoTable(\"Storms\")]\npublic partial record Calm(long Id);"));
        run.Diagnostics.ShouldBe(["KT0012"]);
    }

    private static IncrementalRun AfterReplacing(string old, string replacement) =>
        After("Storm", s_storm.Replace(old, replacement, StringComparison.Ordinal));

    private static IncrementalRun After(string file, string text)
    {
        SyntaxTree[] trees =
        [
            TestCompilation.Tree(s_storm, file: "Storm.cs"),
            TestCompilation.Tree(s_calm, file: "Calm.cs"),
            TestCompilation.Tree("", file: Other),
        ];
        return IncrementalRun.Of(trees, trees.Single(tree => tree.FilePath == file + ".cs"), text);
    }

    private static IncrementalRun After(string before, string after, string row)
    {
        SyntaxTree[] trees = [TestCompilation.Tree(row, file: "Storm.cs"), TestCompilation.Tree(before, file: Other)];
        return IncrementalRun.Of(trees, trees[1], after);
    }
}
