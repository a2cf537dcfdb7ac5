using static Kusto.Typed.CodeFixes.Tests.Testing.FixRun;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.CodeFixes.Tests;

public sealed class LockFixTests
{
    private const string Lock = "table StormEvents\n    Id: int\n    At: timespan?\n    Count: long\n";
    private const string Id = "    public int Id { get; init; }\n";
    private const string At = "    public TimeSpan? At { get; init; }\n";
    private const string Count = "    public long Count { get; init; }";

    [Fact]
    public Task OtherNameKeepsTheColumn() =>
        Fixing(Row(Id + At + "    public long Number { get; init; }")).LockedBy(Lock).ShouldBecomeAsync(
            "KT0023",
            "Keep the column 'Count' for 'Number'",
            Row(Id + At + "    [KustoColumn(\"Count\")]\n    public long Number { get; init; }"));

    [Fact]
    public Task OtherNameRenamesTheColumn() =>
        Fixing(Row(Id + At + "    public long Number { get; init; }")).LockedBy(Lock).ShouldBecomeAsync(
            "KT0023",
            "Rename the column 'Count' to 'Number'",
            Row(Id + At + "    [KustoRenamedFrom(\"Count\")]\n    public long Number { get; init; }"));

    [Fact]
    public Task OtherNameOfAParameterRenamesTheColumn() =>
        Fixing(InWeather("[KustoTable(\"StormEvents\")]\npublic partial record Storm(int Id, TimeSpan? At, long Number);")).LockedBy(Lock).ShouldBecomeAsync(
            "KT0023",
            "Rename the column 'Count' to 'Number'",
            InWeather("[KustoTable(\"StormEvents\")]\npublic partial record Storm(int Id, TimeSpan? At, [property: KustoRenamedFrom(\"Count\")] long Number);"));

    [Fact]
    public Task ColumnIsPutBack() =>
        Fixing(Row(Id + Count)).LockedBy(Lock).ShouldBecomeAsync(
            "KT0023", "Put 'At' back", Row(Id + Count + "\n    public TimeSpan? At { get; init; }"));

    [Fact]
    public Task ColumnIsPutBackWhereThereIsNoBody() =>
        Fixing(InWeather("[KustoTable(\"StormEvents\")]\npublic partial record Storm(int Id, TimeSpan? At);")).LockedBy(Lock).ShouldBecomeAsync(
            "KT0023",
            "Put 'Count' back",
            InWeather("[KustoTable(\"StormEvents\")]\npublic partial record Storm(int Id, TimeSpan? At)\n{\n    public long? Count { get; init; }\n}"));

    [Fact]
    public Task TypeIsTheOneThatHasShippedAgain() =>
        Fixing(Row(Id + "    public int? At { get; init; }\n" + Count)).LockedBy(Lock).ShouldBecomeAsync(
            "KT0024", "Make it TimeSpan again", Row(Id + At + Count));

    [Fact]
    public Task NewColumnMovesToTheEnd() =>
        Fixing(Row(Id + "    public int? New { get; init; }\n" + At + Count)).LockedBy(Lock).ShouldBecomeAsync(
            "KT0025", "Move 'New' to the end", Row(Id + At + Count + "\n    public int? New { get; init; }"));

    [Fact]
    public Task ParameterDoesNotMove() =>
        Fixing(InWeather("[KustoTable(\"StormEvents\")]\npublic partial record Storm(int? New, int Id, TimeSpan? At, long Count);"))
            .LockedBy(Lock).ShouldOfferNothingAsync("KT0025");

    [Fact]
    public Task NewColumnBecomesNullable() =>
        Fixing(Row(Id + At + Count + "\n    public Guid New { get; init; }")).LockedBy(Lock).ShouldBecomeAsync(
            "KT0026", "Make it nullable", Row(Id + At + Count + "\n    public Guid? New { get; init; }"));

    [Fact]
    public Task NewColumnsBecomeNullableEverywhere() =>
        Fixing(Row(Id + At + Count + "\n    public Guid New { get; init; }\n    public int Other { get; init; }")).LockedBy(Lock)
            .ShouldBecomeEverywhereAsync(
                "KT0026",
                "Make it nullable",
                Row(Id + At + Count + "\n    public Guid? New { get; init; }\n    public int? Other { get; init; }"));
}
