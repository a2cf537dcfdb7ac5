using Kusto.Typed.Build.Scripts;

namespace Kusto.Typed.Build.Tests.Scripts;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a b c", "a c", "- b")]
    [InlineData("a c", "a b c", "+ b")]
    [InlineData("a b c", "a x c", "- b|+ x")]
    [InlineData("a b c d e", "x b y d", "- a|+ x|- c|+ y|- e")]
    [InlineData("a b c", "b c a", "- a|+ a")]
    [InlineData("a a b", "a b b", "- a|+ b")]
    [InlineData("a", "b c d", "- a|+ b|+ c|+ d")]
    public void LinesThatDifferAreShownInOrder(string before, string after, string diff) =>
        LineDiff.Of(Lines(before), Lines(after)).ShouldBe(Lines(diff, '|'));

    [Fact]
    public void WhatIsNotShownIsTheMostThatTextsHaveInCommon()
    {
        Random random = new(1);
        for (int run = 0; run < 2_000; run++)
        {
            string[] before = Some(random);
            string[] after = Some(random);
            List<string> left = [.. before];
            List<string> right = [.. after];
            string diff = LineDiff.Of(string.Join('\n', before), string.Join('\n', after));
            foreach (string line in diff.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                (line.StartsWith('-') ? left : right).Remove(line[2..]).ShouldBeTrue();
            }

            left.ShouldBe(right, ignoreOrder: true, $"{string.Concat(before)} {string.Concat(after)}");
            left.Count.ShouldBe(Common(before, after));
        }
    }

    [Fact]
    public void LongDifferenceIsCut()
    {
        string diff = LineDiff.Of(string.Join('\n', Enumerable.Range(0, 100)), "x");
        diff.Split('\n').Length.ShouldBe(41);
        diff.ShouldEndWith("\n… and 61 more lines");
    }

    [Fact]
    public void TextsOfManyLinesAreCompared()
    {
        string before = string.Join('\n', Enumerable.Range(0, 3_000));
        string after = string.Join('\n', Enumerable.Range(10_000, 3_000));
        LineDiff.Of("same\n" + before, "same\n" + after).ShouldStartWith("- 0\n- 1\n");
    }

    [Fact]
    public void LongLinesAreShownWhereTheyDiffer()
    {
        string columns = string.Concat(Enumerable.Range(0, 60).Select(number => $"['Column{number}']:int, "));
        string before = $".create-merge table ['Readings'] ({columns}['Value']:real, {columns}['Last']:int)";
        string after = before.Replace("'Value']:real", "'Value']:decimal", StringComparison.Ordinal);
        LineDiff.Of(before, after).ShouldBe(
            """
            - .create-merge table ['Readings'] (['Column0'] … , ['Column59']:int, ['Value']:real, ['Column0']:int, ['Column1 …
            + .create-merge table ['Readings'] (['Column0'] … , ['Column59']:int, ['Value']:decimal, ['Column0']:int, ['Column1 …
            """,
            StringCompareShould.IgnoreLineEndings);
        LineDiff.Of(before + "\nsame", "same").ShouldBe("- " + before[..160] + " …");
    }

    // The plain, slow way.
    private static int Common(ReadOnlySpan<string> before, ReadOnlySpan<string> after) =>
        before.IsEmpty || after.IsEmpty ? 0
        : before[0] == after[0] ? 1 + Common(before[1..], after[1..])
        : Math.Max(Common(before[1..], after), Common(before, after[1..]));

    private static string Lines(string text, char separator = ' ') => text.Replace(separator, '\n');

    private static string[] Some(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => "abc"[random.Next(3)].ToString())];
}
