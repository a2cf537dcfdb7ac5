using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Tests.Evolution;

public sealed class RandomEditTests
{
    private const int EditsPerSeed = 1_000;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void EditIsEitherHarmlessOrReported(int seed)
    {
        RandomEdits edits = new(seed);
        TypeHistory history = new();
        ShippedTable table = new();
        EditedType shipped = edits.First();
        Ship(history, table, shipped);
        int harmless = 0;
        for (int edit = 0; edit < EditsPerSeed; edit++)
        {
            EditedType next = edits.Next(shipped);
            (IReadOnlyList<Diagnostic> reported, GeneratedVersion? version) = history.Run(next);
            if (reported.Count > 0)
            {
                // Its author is told, and goes back.
                continue;
            }

            string context = $"edit {edit}:\n{shipped.ToSource()}\nbecame\n{next.ToSource()}";
            version.ShouldNotBeNull(context);
            table.Problems(next, version).ShouldBeEmpty(context);
            harmless++;
            shipped = next.Properties.Count > 12 ? edits.First() : next;
            if (shipped == next)
            {
                Ship(history, table, next);
            }
            else
            {
                table = new ShippedTable();
                history = new TypeHistory();
                Ship(history, table, shipped);
            }
        }

        // Neither always nor never: both halves of the claim are tried.
        harmless.ShouldBeInRange(EditsPerSeed / 20, EditsPerSeed * 19 / 20);
    }

    [Fact]
    public void ShiftedMappingIsNoticed()
    {
        (EditedType type, GeneratedVersion version, ShippedTable table) = Shipped();
        Dictionary<string, int> shifted = version.Mapping.ToDictionary(entry => entry.Key, entry => entry.Value + 1);
        table.Problems(type, version).ShouldBeEmpty();
        table.Problems(type, version with { Mapping = shifted }).Count.ShouldBe(type.Properties.Count);
    }

    [Fact]
    public void SwappedColumnsAreNoticed()
    {
        (EditedType type, GeneratedVersion version, ShippedTable table) = Shipped();
        EditedProperty[] swapped =
        [
            type.Properties[0] with { Name = "X", Column = type.Properties[1].ColumnName },
            type.Properties[1] with { Name = "Y", Column = type.Properties[0].ColumnName },
            .. type.Properties.Skip(2),
        ];
        table.Problems(type with { Properties = swapped }, version).ShouldNotBeEmpty();
    }

    private static (EditedType Type, GeneratedVersion Version, ShippedTable Table) Shipped()
    {
        EditedType type = new RandomEdits(1).First();
        ShippedTable table = new();
        return (type, Ship(new TypeHistory(), table, type), table);
    }

    private static GeneratedVersion Ship(TypeHistory history, ShippedTable table, EditedType type)
    {
        (_, GeneratedVersion? version) = history.Run(type);
        version.ShouldNotBeNull(type.ToSource());
        history.Ship(version);
        table.Ship(type, version);
        return version;
    }
}
