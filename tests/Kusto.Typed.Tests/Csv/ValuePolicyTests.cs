using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Each guard under each policy.</summary>
public sealed class ValuePolicyTests
{
    public static TheoryData<string> BadValues => [.. BadValue.All.Select(value => value.Name)];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void ThrowNamesRowAndColumnAndLeavesNothing(string name)
    {
        using Stream csv = KustoCsv.OpenRead(RowsAround(Find(name)));

        (string written, KustoRowException? problem) = ReadAll(csv);

        problem.ShouldNotBeNull().RowIndex.ShouldBe(1);
        problem.ColumnName.ShouldBe("Second");
        written.ShouldBe("0,good,0\n");
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void ReplaceWritesWhatFits(string name)
    {
        using Stream csv = KustoCsv.OpenRead(RowsAround(Find(name)), ValuePolicy.Replace);

        (string written, KustoRowException? problem) = ReadAll(csv);

        problem.ShouldBeNull();
        string[][] records = [.. PlainCsv.Split(Encoding.UTF8.GetBytes(written)).Select(record => record.Select(Encoding.UTF8.GetString).ToArray())];
        records.Select(record => record[0]).ShouldBe(["0", "1", "2"]);
        records.Select(record => record[2]).ShouldBe(["0", "1", "2"]);
        (records[1][1] == Find(name).Replacement).ShouldBeTrue($"{records[1][1].Length} characters, {records[1][1][..Math.Min(60, records[1][1].Length)]}");
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void ReplaceCountsAValueOnce(string name)
    {
        using CsvBuffer buffer = new(GuardedRow.Schema) { Policy = ValuePolicy.Replace };
        KustoCsvWriter csv = new(buffer);

        foreach (GuardedRow row in RowsAround(Find(name)))
        {
            GuardedRow.Write(row, ref csv);
        }

        buffer.ValuesReplaced.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void SkipRowLeavesTheRowOutAndTellsOfIt(string name)
    {
        List<KustoRowException> skipped = [];
        using Stream csv = KustoCsv.OpenRead(RowsAround(Find(name)), ValuePolicy.SkipRow, skipped.Add);

        (string written, KustoRowException? problem) = ReadAll(csv);

        problem.ShouldBeNull();
        written.ShouldBe("0,good,0\n2,good,2\n");
        skipped.Select(row => (row.RowIndex, row.ColumnName)).ShouldBe([(1, "Second")]);
    }

    [Fact]
    public void WhatFitsIsNeverReplaced()
    {
        Fields fits = (ref csv) => csv.WriteString(new string('x', CsvLimits.MaxValueBytes));
        using CsvBuffer buffer = new(GuardedRow.Schema) { Policy = ValuePolicy.Replace };
        KustoCsvWriter csv = new(buffer);

        GuardedRow.Write(new GuardedRow { Second = fits }, ref csv);
        GuardedRow.Write(new GuardedRow { Second = (ref csv) => csv.WriteDynamic("""["\ud83d\ude00","\\ud83d"]""") }, ref csv);
        GuardedRow.Write(new GuardedRow { Second = (ref csv) => csv.WriteBase64(new byte[CsvLimits.MaxValueBytes / 4 * 3]) }, ref csv);

        buffer.ValuesReplaced.ShouldBe(0);
    }

    [Theory]
    [InlineData(ValuePolicy.Replace)]
    [InlineData(ValuePolicy.SkipRow)]
    public void NullRowsDerivedTypesAndTheUsersExceptionsAreErrorsUnderEveryPolicy(ValuePolicy policy)
    {
        GuardedRow[] bad =
        [
            null!,
            new OwnTableRow(),
            new() { Second = (ref _) => throw new InvalidDataException() },
            new() { Second = (ref _) => throw new KustoRowException("The user's own.", 7, "Mine") },
            new() { Second = (ref csv) => csv.WriteDynamic(new Throwing(), ThrowingJson.Default.Throwing) },
        ];
        foreach (GuardedRow row in bad)
        {
            using Stream csv = KustoCsv.OpenRead([new GuardedRow(), row], policy, _ => Assert.Fail("It was skipped."));

            (string written, KustoRowException? problem) = ReadAll(csv);

            problem.ShouldNotBeNull();
            written.ShouldBe("0,good,0\n");
        }
    }

    [Fact]
    public void ARecordTooLargeCannotBeReplacedButSkipped()
    {
        string half = new('x', CsvLimits.MaxValueBytes);
        Fields large = (ref csv) =>
        {
            for (int field = 0; field < 65; field++)
            {
                csv.WriteString(half);
            }
        };
        GuardedRow[] rows = RowsAround(new BadValue("large", large, ""));
        List<long> skipped = [];

        using Stream replaced = KustoCsv.OpenRead(rows, ValuePolicy.Replace);
        ReadAll(replaced).Problem.ShouldNotBeNull().Message.ShouldContain("the record has more than");
        using Stream less = KustoCsv.OpenRead(rows, ValuePolicy.SkipRow, row => skipped.Add(row.RowIndex));
        ReadAll(less).ShouldBe(("0,good,0\n2,good,2\n", null));
        skipped.ShouldBe([1]);
    }

    [Fact]
    public void SkippingInSilenceIsRefused()
    {
        Should.Throw<ArgumentException>(() => KustoCsv.OpenRead(Array.Empty<GuardedRow>(), ValuePolicy.SkipRow))
            .ParamName.ShouldBe("onRowSkipped");
        Should.Throw<ArgumentOutOfRangeException>(() => KustoCsv.OpenRead(Array.Empty<GuardedRow>(), (ValuePolicy)3))
            .ParamName.ShouldBe("valuePolicy");
    }

    private static BadValue Find(string name) => BadValue.All.Single(value => value.Name == name);

    private static GuardedRow[] RowsAround(BadValue bad) =>
        [new() { Number = 0 }, new() { Number = 1, Second = bad.Write }, new() { Number = 2 }];

    private static (string Written, KustoRowException? Problem) ReadAll(Stream csv)
    {
        using MemoryStream bytes = new();
        try
        {
            csv.CopyTo(bytes);
            return (Encoding.UTF8.GetString(bytes.ToArray()), null);
        }
        catch (KustoRowException problem)
        {
            return (Encoding.UTF8.GetString(bytes.ToArray()), problem);
        }
    }
}
