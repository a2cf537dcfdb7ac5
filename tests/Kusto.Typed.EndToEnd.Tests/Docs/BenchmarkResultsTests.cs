using Kusto.Typed.Benchmarks.Report;

namespace Kusto.Typed.EndToEnd.Tests.Docs;

/// <summary>What becomes of the figures of a benchmark run.</summary>
public sealed class BenchmarkResultsTests
{
    [Fact]
    public void OfSeveralProcessesEachContenderKeepsItsBest()
    {
        Results results = new();
        results.Merge(Storms(ours: 200, csvHelper: 700, getBytes: 150), process: 1);
        results.Merge(Storms(ours: 250, csvHelper: 600, getBytes: 160), process: 2);
        Ratios.Derive(results);

        results.Get("storm_hot", Keys.Ours, Results.Process).ShouldBe(1);
        results.Get("storm_hot", Keys.CsvHelper, Results.Process).ShouldBe(2);
        results.Ratios["storm_hot_vs_csvhelper34"].ShouldBe(3);
    }

    [Theory]
    [InlineData(540, 1290, true)]
    [InlineData(700, 1290, false)]
    [InlineData(380, 1290, false)]
    [InlineData(540, 1700, false)]
    public void APeerThatIsNotAtItsBestMakesTheRunUnfair(double csvHelper, double dataReader, bool isFair)
    {
        Results results = Storms(ours: 200, csvHelper, getBytes: 150);
        results.Add("storm_hot", Keys.CsvHelperByHand, Results.Nanoseconds, csvHelper + 10);
        results.Add("storm_hot", Keys.DataReader, Results.Nanoseconds, dataReader);
        PeerCheck.Measure(results);
        Ratios.Derive(results);

        PeerCheck.Check(results, out IReadOnlyList<string> findings).ShouldBe(isFair);

        findings.Any(finding => finding.StartsWith("NOT FAIR", StringComparison.Ordinal)).ShouldBe(!isFair);
    }

    [Fact]
    public void APeerIsHeldAgainstTheLimitOfItsOwnProcess()
    {
        Results results = new();
        foreach ((double csvHelper, double getBytes, int process) in ((double, double, int)[])[(660, 150, 1), (600, 160, 2), (600, 120, 3)])
        {
            Results one = Storms(ours: 200, csvHelper, getBytes);
            one.Add("storm_hot", Keys.CsvHelperByHand, Results.Nanoseconds, csvHelper + 10);
            PeerCheck.Measure(one);
            results.Merge(one, process);
        }

        Ratios.Derive(results);

        results.Ratios["peer_vs_getbytes_csvhelper34"].ShouldBe(3.75);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ResultsComeBackFromTheirJson(bool indented)
    {
        Results results = Storms(ours: 200, csvHelper: 700, getBytes: 150);
        results.Add("alloc", "storm", "bytes", 0);
        results.Facts["dotnet"] = "10.0.1";
        results.Facts["vector_bits"] = "512";
        Ratios.Derive(results);

        Results back = ResultsJson.Read(ResultsJson.Write(results, indented));

        back.Facts.ShouldBe(results.Facts);
        back.Ratios.ShouldBe(results.Ratios);
        ResultsJson.Write(back, indented).ShouldBe(ResultsJson.Write(results, indented));
    }

    private static Results Storms(double ours, double csvHelper, double getBytes)
    {
        Results results = new();
        results.Add("storm_hot", Keys.Ours, Results.Nanoseconds, ours);
        results.Add("storm_hot", Keys.CsvHelper, Results.Nanoseconds, csvHelper);
        results.Add("storm_hot", Keys.GetBytes, Results.Nanoseconds, getBytes);
        return results;
    }
}
