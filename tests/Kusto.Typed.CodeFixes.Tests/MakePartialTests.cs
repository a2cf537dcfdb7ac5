using static Kusto.Typed.CodeFixes.Tests.Testing.FixRun;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.CodeFixes.Tests;

public sealed class MakePartialTests
{
    [Theory]
    [InlineData("public record Storm(int Id);", "public partial record Storm(int Id);")]
    [InlineData("public sealed class Storm { public int Id { get; set; } }", "public sealed partial class Storm { public int Id { get; set; } }")]
    [InlineData("public readonly record struct Storm(int Id);", "public readonly partial record struct Storm(int Id);")]
    [InlineData("record Storm(int Id);", "partial record Storm(int Id);")]
    [InlineData("    // A storm.\n    record Storm(int Id);", "    // A storm.\n    partial record Storm(int Id);")]
    public Task RowBecomesPartial(string from, string to) =>
        Fixing(InWeather("[KustoTable]\n" + from))
            .ShouldBecomeAsync("KT0001", "Make 'Storm' partial", InWeather("[KustoTable]\n" + to));

    [Fact]
    public Task TypeWithoutModifiersKeepsTheCommentBeforeIt() =>
        Fixing(InWeather("// Outside.\nclass Outer\n{\n    [KustoTable]\n    internal partial record Storm(int Id);\n}"))
            .ShouldBecomeAsync(
                "KT0001",
                "Make 'Outer' partial",
                InWeather("// Outside.\npartial class Outer\n{\n    [KustoTable]\n    internal partial record Storm(int Id);\n}"));

    [Fact]
    public Task AllTypesBecomePartialAtOnce() =>
        Fixing(
            InWeather("public class Outer\n{\n    [KustoTable]\n    public record Storm(int Id);\n}"),
            InWeather("[KustoTable]\npublic struct Calm { public int Id { get; set; } }"))
            .ShouldBecomeEverywhereAsync(
                "KT0001",
                "Make 'Storm' partial",
                InWeather("public partial class Outer\n{\n    [KustoTable]\n    public partial record Storm(int Id);\n}"),
                InWeather("[KustoTable]\npublic partial struct Calm { public int Id { get; set; } }"));
}
