using Kusto.Typed.Testing;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Snapshots;

public sealed class GeneratedFileTests
{
    [Fact]
    public void ReadmeExample() =>
        ApprovedText.ShouldMatch(
            Generate(ReadmeRow).File("Weather.StormEvent.g.cs"), nameof(ReadmeExample), "cs");

    [Fact]
    public void StormEvents() =>
        ApprovedText.ShouldMatch(
            Generate(StormEventsRow).File("Weather.StormEvent.g.cs"), nameof(StormEvents), "cs");

    [Fact]
    public void NestedPositionalStruct() =>
        ApprovedText.ShouldMatch(
            Generate(InWeather(
                """
                public static partial class Stations
                {
                    [KustoTable("Readings", MappingName = "by hand", Folder = "Plant\\Raw", DocString = "What was measured")]
                    [KustoStreamingIngestion]
                    internal readonly partial record struct @event(
                        [property: KustoColumn(DocString = "UTC")] DateTime At,
                        [property: KustoColumn("Level", Type = KustoType.Int)] DayOfWeek @long,
                        ReadOnlyMemory<float>? Vector)
                    {
                        public bool IsSunday => @long == DayOfWeek.Sunday;
                    }
                }
                """)).File("Weather.Stations.event.g.cs"),
            nameof(NestedPositionalStruct),
            "cs");

    [Fact]
    public void TablesOfTheAssembly() =>
        ApprovedText.ShouldMatch(
            Generate(InWeather(
                """
                [KustoTable("Storms", DocString = "It's")] public partial record Storm(int Id, string State);
                public partial class Outer
                {
                    [KustoTable] private partial record Hidden(int Id);
                    [KustoTable] internal partial record Shown(int Id);
                }
                """)).File("KustoTables.g.cs"),
            nameof(TablesOfTheAssembly),
            "cs");

    [Fact]
    public void CreateMergeCommandOfStormEvents()
    {
        const string Command =
            ".create-merge table ['StormEvents'] (['StartTime']:datetime, ['EndTime']:datetime, ['EpisodeId']:int, "
            + "['EventId']:int, ['State']:string, ['EventType']:string, ['InjuriesDirect']:int, ['InjuriesIndirect']:int, "
            + "['DeathsDirect']:int, ['DeathsIndirect']:int, ['DamageProperty']:int, ['DamageCrops']:int, ['Source']:string, "
            + "['BeginLocation']:string, ['EndLocation']:string, ['BeginLat']:real, ['BeginLon']:real, ['EndLat']:real, "
            + "['EndLon']:real, ['EpisodeNarrative']:string, ['EventNarrative']:string, ['StormSummary']:dynamic)";
        Generate(StormEventsRow).File("Weather.StormEvent.g.cs").ShouldContain($"\"{Command}\";");
    }

    [Fact]
    public void OrdinalsOfStormEventsHaveNoGap()
    {
        string file = Generate(StormEventsRow).File("Weather.StormEvent.g.cs");
        for (int ordinal = 0; ordinal < 22; ordinal++)
        {
            file.ShouldContain($"\"Properties\":{{\"Ordinal\":\"{ordinal}\"}}");
        }

        file.ShouldNotContain("\"Ordinal\":\"22\"");
    }

    private static string ReadmeRow { get; } = JsonRow(
        """
        public required DateTime StartTime { get; init; }
        public required string State { get; init; }
        public int InjuriesDirect { get; init; }
        public double? BeginLat { get; init; }
        public StormSummary? StormSummary { get; init; }     // dynamic: JSON
        """,
        "StormSummary",
        "public sealed record StormSummary(int TotalDamages, string? Note);");

    private static string StormEventsRow { get; } = JsonRow(
        """
        public required DateTime StartTime { get; init; }
        public required DateTime EndTime { get; init; }
        public int EpisodeId { get; init; }
        public int EventId { get; init; }
        public required string State { get; init; }
        public required string EventType { get; init; }
        public int InjuriesDirect { get; init; }
        public int InjuriesIndirect { get; init; }
        public int DeathsDirect { get; init; }
        public int DeathsIndirect { get; init; }
        public int DamageProperty { get; init; }
        public int DamageCrops { get; init; }
        public string? Source { get; init; }
        public string? BeginLocation { get; init; }
        public string? EndLocation { get; init; }
        public double? BeginLat { get; init; }
        public double? BeginLon { get; init; }
        public double? EndLat { get; init; }
        public double? EndLon { get; init; }
        public string? EpisodeNarrative { get; init; }
        public string? EventNarrative { get; init; }
        public StormSummary? StormSummary { get; init; }
        """,
        "StormSummary",
        "public sealed record StormSummary(int TotalDamages, DateTime StartTime, DateTime EndTime);");
}
