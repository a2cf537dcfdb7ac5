using System.Text;
using Kusto.Typed.Tests.Csv;
using Kusto.Typed.Tests.Testing;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>What our own writer wrote is read as the rows that it was.</summary>
[Trait("Category", "RoundTrip")]
public sealed class CsvSourceRoundTripTests
{
    private static readonly KustoCsvSourceOptions s_noHeader = new() { HasHeader = false };

    [Fact]
    public void NumbersComeBack() => ComeBack(SomeRows.Number);

    [Fact]
    public void TimesComeBack() => ComeBack(SomeRows.Time);

    [Fact]
    public void TextsComeBack() => ComeBack(SomeRows.Text);

    [Fact]
    public void AnyTextIsKeptInAnyFormOfFile() =>
        RandomValues.ForAll(random =>
        {
            Words[] rows = random.Many(6, () => new Words { First = random.String(), Second = random.String() });
            bool tabs = random.Bool();
            string end = random.Bool() ? "\r\n" : "\n";
            string csv = string.Concat(rows.Select(row =>
                $"{Quoted(row.First)}{(tabs ? '\t' : ',')}{Quoted(row.Second)}{end}"));
            byte[] bytes = Encoding.UTF8.GetBytes((random.Bool() ? "\uFEFF" : "") + csv);

            Arrived<Words>(
                random.Bool() ? bytes : CsvCase.Gzip(bytes), s_noHeader with { Separator = tabs ? '\t' : null })
                .ShouldBe(Encoding.UTF8.GetString(Rows.Write(rows)));
        });

    private static void ComeBack<TRow>(Func<RandomValues, TRow> one)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow> =>
        RandomValues.ForAll(random =>
        {
            byte[] csv = Rows.Write(random.Many(8, () => one(random)));

            Arrived<TRow>(csv, s_noHeader).ShouldBe(Encoding.UTF8.GetString(csv));
            Rows.Write(Read<TRow>(csv)).ShouldBe(csv);
        });

    private static TRow[] Read<TRow>(byte[] csv)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow> =>
        [.. KustoCsv.ReadAsync<TRow>(new MemoryStream(csv), s_noHeader).CollectAsync().GetAwaiter().GetResult()];

    private static string Arrived<TRow>(byte[] csv, KustoCsvSourceOptions options)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        CsvCase its = new();
        its.RunAsync<TRow>(new MemoryStream(csv), options).GetAwaiter().GetResult();
        return its.Arrived;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
