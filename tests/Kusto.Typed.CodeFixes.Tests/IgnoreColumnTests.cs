using static Kusto.Typed.CodeFixes.Tests.Testing.FixRun;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.CodeFixes.Tests;

public sealed class IgnoreColumnTests
{
    private const string Title = "Leave 'OnStorm' out with [KustoIgnore]";

    [Fact]
    public Task PropertyIsLeftOut() =>
        Fixing(Row("    public int Id { get; init; }\n\n    // Called back.\n    public Action? OnStorm { get; init; }"))
            .ShouldBecomeAsync(
                "KT0003",
                Title,
                Row("    public int Id { get; init; }\n\n    // Called back.\n    [KustoIgnore]\n    public Action? OnStorm { get; init; }"));

    [Fact]
    public Task AttributesThatAreThereStay() =>
        Fixing(Row("    public int Id { get; init; }\n    [Obsolete]\n    public Action? OnStorm { get; init; }"))
            .ShouldBecomeAsync(
                "KT0003",
                Title,
                Row("    public int Id { get; init; }\n    [Obsolete]\n    [KustoIgnore]\n    public Action? OnStorm { get; init; }"));

    [Fact]
    public Task UsingIsAddedWhereThereIsNone() =>
        Fixing("namespace Weather;\n\n[Kusto.Typed.KustoTable]\npublic partial class Storm\n{\n    public int Id { get; set; }\n    public object? OnStorm { get; set; }\n}\n")
            .ShouldBecomeAsync(
                "KT0003",
                Title,
                "using Kusto.Typed;\n\nnamespace Weather;\n\n[Kusto.Typed.KustoTable]\npublic partial class Storm\n{\n    public int Id { get; set; }\n    [KustoIgnore]\n    public object? OnStorm { get; set; }\n}\n");

    [Fact]
    public Task AllPropertiesAreLeftOutAtOnce() =>
        Fixing(Row("    public int Id { get; init; }\n    public Action? OnStorm { get; init; }\n    public object? Tag { get; init; }"))
            .ShouldBecomeEverywhereAsync(
                "KT0003",
                Title,
                Row("    public int Id { get; init; }\n    [KustoIgnore]\n    public Action? OnStorm { get; init; }\n    [KustoIgnore]\n    public object? Tag { get; init; }"));

    [Fact]
    public Task RequiredPropertyIsNotLeftOutSinceTheRowCouldNotBeRead() =>
        Fixing(Row("public int Id { get; init; }\npublic required Action OnStorm { get; init; }")).ShouldOfferNothingAsync("KT0003");

    [Fact]
    public Task ParameterIsNotLeftOutSinceTheRowCouldNotBeRead() =>
        Fixing(InWeather("[KustoTable]\npublic partial record Storm(int Id, nint Handle);")).ShouldOfferNothingAsync("KT0003");
}
