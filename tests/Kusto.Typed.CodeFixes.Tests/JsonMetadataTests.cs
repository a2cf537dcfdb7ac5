using Microsoft.CodeAnalysis.CSharp;
using static Kusto.Typed.CodeFixes.Tests.Testing.FixRun;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.CodeFixes.Tests;

public sealed class JsonMetadataTests
{
    private const string Types = "public sealed record Summary(int Damages);\n";

    private const string Row =
        """
        [KustoTable("StormEvents", JsonContext = typeof(WeatherJson))]
        public partial record StormEvent(int Id, Summary? Summary, List<Summary> All);
        """;

    [Fact]
    public Task TypeIsAddedToTheContextOfTheRow() =>
        Fixing(InWeather($"{Row}\n{Types}{Context("List<Summary>")}"))
            .ShouldBecomeAsync(
                "KT0007",
                "Add [JsonSerializable(typeof(Summary))] to 'WeatherJson'",
                InWeather($"{Row}\n{Types}{Context("List<Summary>", "Summary")}"));

    [Fact]
    public Task TypeIsAddedToTheContextInItsOwnFile() =>
        Fixing(
            InWeather($"{Row}\n{Types}"),
            "using System.Text.Json.Serialization;\n\nnamespace Weather;\n\n[JsonSerializable(typeof(Summary))]\ninternal sealed partial class WeatherJson : JsonSerializerContext;\n")
            .ShouldBecomeAsync(
                "KT0007",
                "Add [JsonSerializable(typeof(List<Summary>))] to 'WeatherJson'",
                InWeather($"{Row}\n{Types}"),
                "using System.Collections.Generic;\nusing System.Text.Json.Serialization;\n\nnamespace Weather;\n\n[JsonSerializable(typeof(Summary))]\n[JsonSerializable(typeof(List<Summary>))]\ninternal sealed partial class WeatherJson : JsonSerializerContext;\n");

    [Fact]
    public Task AllTypesAreAddedAtOnceAndEachOnce() =>
        Fixing(
            InWeather($"{Row}\n{Types}\n// The context.\ninternal sealed partial class WeatherJson : JsonSerializerContext;"),
            InWeather("[KustoTable(\"Rains\", JsonContext = typeof(WeatherJson))]\npublic partial record Rain(Summary First, Summary? Last, int[]? Hours);"))
            .ShouldBecomeEverywhereAsync(
                "KT0007",
                "Add [JsonSerializable(typeof(Summary))] to 'WeatherJson'",
                InWeather($"{Row}\n{Types}\n// The context.\n{Context("Summary", "List<Summary>", "int[]").TrimEnd('\n')}"),
                InWeather("[KustoTable(\"Rains\", JsonContext = typeof(WeatherJson))]\npublic partial record Rain(Summary First, Summary? Last, int[]? Hours);"));

    [Fact]
    public Task RowGetsAContext() =>
        Fixing(InWeather($"{Types}\n[KustoTable(\"StormEvents\")]\npublic partial record StormEvent(int Id, Summary? Summary);\n\npublic sealed class Other;"))
            .ShouldBecomeAsync(
                "KT0007",
                "Give 'StormEvent' a JSON context with 'Summary'",
                InWeather(
                    $"{Types}\n[KustoTable(\"StormEvents\", JsonContext = typeof(StormEventJson))]\npublic partial record StormEvent(int Id, Summary? Summary);\n\n"
                    + "[JsonSerializable(typeof(Summary))]\ninternal sealed partial class StormEventJson : JsonSerializerContext;\n\npublic sealed class Other;"));

    [Fact]
    public Task RowInsideATypeGetsAContextBehindTheOutermostType() =>
        Fixing("namespace Weather\n{\n    public partial class Outer\n    {\n        [Kusto.Typed.KustoTable]\n        public partial struct Storm\n        {\n            public int[]? Hours { get; set; }\n        }\n    }\n}\n")
            .ShouldBecomeAsync(
                "KT0007",
                "Give 'Storm' a JSON context with 'int[]'",
                "using System.Text.Json.Serialization;\n\nnamespace Weather\n{\n    public partial class Outer\n    {\n        [Kusto.Typed.KustoTable(JsonContext = typeof(OuterStormJson))]\n        public partial struct Storm\n        {\n            public int[]? Hours { get; set; }\n        }\n    }\n\n"
                + "    [JsonSerializable(typeof(int[]))]\n    internal sealed partial class OuterStormJson : JsonSerializerContext;\n}\n");

    [Fact]
    public Task EachRowGetsOneContextForAllItsTypes() =>
        Fixing(InWeather("[KustoTable]\npublic partial record Storm(int[] Hours, List<int> Days);\n\n[KustoTable]\npublic partial record Rain(int[] Hours);"))
            .ShouldBecomeEverywhereAsync(
                "KT0007",
                "Give 'Storm' a JSON context with 'int[]'",
                InWeather(
                    "[KustoTable(JsonContext = typeof(StormJson))]\npublic partial record Storm(int[] Hours, List<int> Days);\n\n"
                    + "[JsonSerializable(typeof(int[]))]\n[JsonSerializable(typeof(List<int>))]\ninternal sealed partial class StormJson : JsonSerializerContext;\n\n"
                    + "[KustoTable(JsonContext = typeof(RainJson))]\npublic partial record Rain(int[] Hours);\n\n"
                    + "[JsonSerializable(typeof(int[]))]\ninternal sealed partial class RainJson : JsonSerializerContext;"));

    [Fact]
    public Task ContextHasBracesBeforeCSharp12AndANameThatIsFree() =>
        Fixing(LanguageVersion.CSharp11, InWeather("public sealed class StormJson { }\n\n[KustoTable]\npublic partial record Storm(int[] Hours);"))
            .ShouldBecomeAsync(
                "KT0007",
                "Give 'Storm' a JSON context with 'int[]'",
                InWeather(
                    "public sealed class StormJson { }\n\n[KustoTable(JsonContext = typeof(StormJson2))]\npublic partial record Storm(int[] Hours);\n\n"
                    + "[JsonSerializable(typeof(int[]))]\ninternal sealed partial class StormJson2 : JsonSerializerContext\n{\n}"));

    [Fact]
    public Task TypeThatNoContextCouldNameIsNotOffered() =>
        Fixing(InWeather("public partial class Outer\n{\n    private sealed record Summary(int Id);\n    [KustoTable]\n    private partial record Storm(Summary Summary);\n}"))
            .ShouldOfferNothingAsync("KT0007");

    [Fact]
    public Task PropertyOfABaseTypeIsNotOfferedSinceItsRowsAreElsewhere() =>
        Fixing(InWeather("public class Observation\n{\n    public int[]? Hours { get; set; }\n}\n\n[KustoTable]\npublic partial class Storm : Observation;"))
            .ShouldOfferNothingAsync("KT0007");

    [Fact]
    public Task ContextThatIsNoneIsNotOffered() =>
        Fixing(InWeather("[KustoTable(JsonContext = typeof(string))]\npublic partial record Storm(int Id);"))
            .ShouldOfferNothingAsync("KT0007");

    private static string Context(params string[] listed) =>
        string.Concat(listed.Select(type => $"[JsonSerializable(typeof({type}))]\n"))
            + "internal sealed partial class WeatherJson : JsonSerializerContext;\n";
}
