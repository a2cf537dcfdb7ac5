using System.Text;

namespace Kusto.Typed.Tests.Ingestion.Sources;

public sealed class BadRecordsTests : IDisposable
{
    private const string Csv = "Number,Note\r\n1,a\r\nx,\"say \"\"no\"\"\r\nagain\"\r\n3,c\r\n4\r\n";

    private static readonly KustoCsvSourceOptions s_options = new() { AllowMissingColumns = true };

    private readonly string _folder = Directory.CreateTempSubdirectory("kusto-typed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SkippedRecordsAreCountedAndReported()
    {
        List<RecordProblem> reported = [];
        CsvCase its = new();

        CsvIngestResult result = await its.RunAsync<Measured>(
            new MemoryStream(Encoding.UTF8.GetBytes(Csv)),
            s_options with { BadRecords = BadRecords.Skip, OnBadRecord = reported.Add });

        its.Arrived.ShouldBe("1,,,a,\n3,,,c,\n");
        result.RecordsRead.ShouldBe(4);
        result.RecordsSkipped.ShouldBe(2);
        result.RecordsDeadLettered.ShouldBe(0);
        reported.Select(problem => problem.Record).ShouldBe([2, 4]);
    }

    [Fact]
    public async Task DeadLettersAreTheBytesOfTheSourceWithItsHeader()
    {
        MemoryStream records = new();
        MemoryStream problems = new();
        CsvCase its = new();

        CsvIngestResult result = await its.RunAsync<Measured>(
            new MemoryStream(Encoding.UTF8.GetBytes(Csv)),
            s_options with { BadRecords = BadRecords.DeadLetter, DeadLetters = DeadLetters.ToStreams(records, problems) });

        result.RecordsDeadLettered.ShouldBe(2);
        Encoding.UTF8.GetString(records.ToArray()).ShouldBe("Number,Note\nx,\"say \"\"no\"\"\r\nagain\"\n4\n");
        string[] lines = Encoding.UTF8.GetString(problems.ToArray()).Split('\n');
        lines[0].ShouldBe("Source,Line,Record,Column,Reason,DeadLetter");
        lines[1].ShouldStartWith("\"stream\",3,2,\"Number\",\"the text is no int");
        lines[1].ShouldEndWith(",1");
        lines[2].ShouldStartWith("\"stream\",6,4,\"\",\"the record has 1 fields and 2 are expected");
        lines[2].ShouldEndWith(",2");
    }

    [Fact]
    public async Task DeadLettersThatAreMendedAreIngestedLikeAnyFile()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "some.csv"), Csv);
        string letters = Path.Combine(_folder, "dead");
        KustoCsvSourceOptions options = s_options with
        {
            BadRecords = BadRecords.DeadLetter,
            DeadLetters = DeadLetters.ToFolder(letters),
        };

        string kept = (await new CsvCase().RunAsync<Measured>(Path.Combine(_folder, "some.csv"), options))
            .DeadLetterFiles.ShouldHaveSingleItem();
        kept.ShouldBe(Path.Combine(letters, "some.csv"));
        string text = await File.ReadAllTextAsync(kept);
        await File.WriteAllTextAsync(
            kept, text.Replace("x,", "2,", StringComparison.Ordinal).Replace("4\n", "4,d\n", StringComparison.Ordinal));
        CsvCase its = new();
        await its.RunAsync<Measured>(kept, s_options);

        its.Arrived.ShouldBe("2,,,\"say \"\"no\"\"\r\nagain\",\n4,,,d,\n");
        File.Exists(kept + ".problems.csv").ShouldBeTrue();
    }

    [Fact]
    public async Task DeadLettersOfAnEarlierRunAreLeftAlone()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "some.csv.gz"), CsvCase.Gzip(Encoding.UTF8.GetBytes(Csv)));
        KustoCsvSourceOptions options = s_options with
        {
            BadRecords = BadRecords.DeadLetter,
            DeadLetters = DeadLetters.ToFolder(Path.Combine(_folder, "dead")),
        };

        await new CsvCase().RunAsync<Measured>(Path.Combine(_folder, "some.csv.gz"), options);
        CsvIngestResult second = await new CsvCase().RunAsync<Measured>(Path.Combine(_folder, "some.csv.gz"), options);

        second.DeadLetterFiles.ShouldBe([Path.Combine(_folder, "dead", "some-2.csv")]);
        Directory.GetFiles(Path.Combine(_folder, "dead")).Length.ShouldBe(4);
    }

    [Fact]
    public async Task AFolderIsReadInTheOrderOfItsFiles()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "inner"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.csv"), "Second,First\n2,1\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.tsv"), "First\tSecond\na,b\tc\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "notes.txt"), "no table");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "inner", "c.csv.gz"), CsvCase.Gzip("First,Second\ne,f\n"u8.ToArray()));
        CsvCase flat = new();
        CsvCase deep = new();

        CsvIngestResult result = await flat.RunAsync<Words>(_folder);
        await deep.RunAsync<Words>(_folder, new KustoCsvSourceOptions { Recursive = true, SearchPattern = "*.csv*" });

        flat.Arrived.ShouldBe("\"a,b\",c\n1,2\n");
        result.FilesRead.ShouldBe(2);
        deep.Arrived.ShouldBe("1,2\ne,f\n");
    }

    [Fact]
    public async Task NothingOfAFolderIsSentWhereOneFileDoesNotFit()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.csv"), "First,Second\na,b\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.csv"), "First\na\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "c.csv"), "First,Second\na\n");
        CsvCase its = new();

        KustoSourceException refusal = await Assert.ThrowsAsync<KustoSourceException>(() => its.RunAsync<Words>(_folder));

        refusal.Problems.Select(problem => (problem.Source, problem.Line)).ShouldBe([("b.csv", 1), ("c.csv", 2)]);
        its.Arrived.ShouldBe("");
    }

    [Fact]
    public async Task WhatIsNotThereIsSaid()
    {
        (await RefusedAsync(Path.Combine(_folder, "none.csv"))).ShouldContain("there is no such file or folder");
        (await RefusedAsync(_folder)).ShouldContain("no file of the pattern *.csv, *.tsv, *.csv.gz, *.tsv.gz");

        static async Task<string> RefusedAsync(string path) =>
            (await Assert.ThrowsAsync<KustoSourceException>(() => new CsvCase().RunAsync<Words>(path))).Message;
    }

    [Fact]
    public async Task AQuoteThatIsNotClosedStopsEvenWhereRecordsAreSkipped()
    {
        KustoIngestException failure = await Assert.ThrowsAsync<KustoIngestException>(() => CsvCase.IngestAsync<Words>(
            "First,Second\na,b\nc,\"d\ne,f\n", new KustoCsvSourceOptions { BadRecords = BadRecords.Skip }));

        failure.InnerException.ShouldBeOfType<KustoSourceException>().Problems[0].Record.ShouldBe(2);
    }
}
