using Kusto.Typed.Csv;
using Kusto.Typed.Ingestion.Sources;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>The look ahead changes nothing of what is read, and nobody notices it.</summary>
public sealed class RowsInMemoryTests
{
    private static readonly Func<Touched[], IEnumerable<Touched>>[] s_inMemory = [rows => rows, rows => rows.ToList()];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(40)]
    public void RowsComeInTheirOrder(int count)
    {
        Touched[] rows = [.. Enumerable.Range(0, count).Select(number => new Touched(number))];

        ReadAll(rows).ShouldBe(rows);
        ReadAll(rows.ToList()).ShouldBe(rows);
        ReadAll(rows.Select(row => row)).ShouldBe(rows);
    }

    [Fact]
    public void RowsThatLieApartAreTouchedBeforeTheirTurn()
    {
        foreach (Func<Touched[], IEnumerable<Touched>> source in s_inMemory)
        {
            Touched[] rows = LyingApart(20);
            using IEnumerator<Touched> read = RowsInMemory<Touched, Touched>.Of(source(rows));

            read.MoveNext();

            rows.Where(row => row.Touches > 0).Select(row => row.Number).ShouldBe([8]);
        }
    }

    [Fact]
    public void RowsThatLieOneBehindTheOtherAreNotTouched()
    {
        foreach (Func<Touched[], IEnumerable<Touched>> source in s_inMemory)
        {
            // What else the runtime does meanwhile may come between two of them.
            Touched[] rows = [.. Enumerable.Range(0, 1000).Select(number => new Touched(number))];

            ReadAll(source(rows));

            rows.Sum(row => row.Touches).ShouldBeLessThan(20);
        }
    }

    [Fact]
    public void RowsOfOtherSourcesAreNotAskedForAhead()
    {
        int asked = 0;
        using IEnumerator<Touched> rows = RowsInMemory<Touched, Touched>.Of(
            Enumerable.Range(0, 20).Select(number => new Touched(asked = number)));

        rows.MoveNext();

        asked.ShouldBe(0);
    }

    [Fact]
    public void WhatARowThrowsAheadOfItsTurnIsNotToldThen()
    {
        Touched[] rows = LyingApart(40);
        rows[10].Throws = true;

        ReadAll(rows).ShouldBe(rows);

        rows[10].Touches.ShouldBe(1);
        rows[11].Touches.ShouldBe(0);
    }

    [Fact]
    public void NullRowsAreReadAsWhatTheyAre()
    {
        Touched[] rows = new Touched[20];

        ReadAll(rows).ShouldBe(rows);
    }

    [Fact]
    public void ArrayOfADerivedTypeIsRead()
    {
        IEnumerable<Touched> rows = new Derived[] { new(1), new(2) };

        ReadAll(rows).Select(row => row.Number).ShouldBe([1, 2]);
    }

    [Fact]
    public void ListThatIsChangedMeanwhileIsAnError()
    {
        List<Touched> rows = [.. Enumerable.Range(0, 20).Select(number => new Touched(number))];
        using IEnumerator<Touched> read = RowsInMemory<Touched, Touched>.Of(rows);
        read.MoveNext();

        rows.Add(new Touched(20));

        Should.Throw<InvalidOperationException>(() => read.MoveNext());
    }

    // What is kept between them keeps them apart.
    private static Touched[] LyingApart(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new Touched(number, new byte[40_000]))];

    private static List<Touched> ReadAll(IEnumerable<Touched> source)
    {
        List<Touched> read = [];
        using IEnumerator<Touched> rows = RowsInMemory<Touched, Touched>.Of(source);
        while (rows.MoveNext())
        {
            read.Add(rows.Current);
        }

        return read;
    }

    private class Touched(int number, byte[]? between = null) : IKustoRow<Touched>
    {
        public static TableSchema Schema { get; } = TableSchema.Define("T").Int("Number").Build();

        public int Number => number;

        public byte[]? Between => between;

        public bool Throws { get; set; }

        public int Touches { get; private set; }

        public static void Write(in Touched row, ref KustoCsvWriter csv) => throw new NotSupportedException();

        public static void Touch(in Touched row)
        {
            row.Touches++;
            if (row.Throws)
            {
                throw new InvalidOperationException("The user's own.");
            }
        }
    }

    private sealed class Derived(int number) : Touched(number);
}
