using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Values;

/// <summary>Values that do not fit, on every route, up to the tables of the local endpoint.</summary>
public sealed class ValuePolicyTests : IAsyncLifetime
{
    private const int Mebibyte = 1024 * 1024;
    private const int Count = 200;

    private LocalKusto? _local;
    private KustoConnection? _kusto;

    private LocalDatabase Samples => _local!.Database("Samples"); // started before any test

    public async Task InitializeAsync()
    {
        _local = await LocalKusto.StartAsync();
        _kusto = new KustoConnection(_local.Uri.AbsoluteUri);
        await _kusto.Schema("Samples").ApplyAsync<Note>();
    }

    public async Task DisposeAsync()
    {
        await _kusto!.DisposeAsync();
        await _local!.DisposeAsync();
    }

    [Theory]
    [InlineData(IngestRoute.Managed)]
    [InlineData(IngestRoute.Streaming)]
    [InlineData(IngestRoute.Queued)]
    [InlineData(IngestRoute.Inline)]
    public async Task WhatIsReplacedArrivesAsItWasWritten(IngestRoute route)
    {
        IngestResult result = await IngestAsync(Rows(), new KustoIngestOptions { Route = route, ValuePolicy = ValuePolicy.Replace });

        result.RowsAccepted.ShouldBe(Count);
        result.ValuesReplaced.ShouldBe(5);
        Note[] rows = InOrder();
        rows.Select(row => row.Number).ShouldBe(Enumerable.Range(0, Count));
        rows.ShouldAllBe(row => row.After == 0.5);
        rows[3].Text.ShouldBe("half \uFFFD");
        rows[50].Count.ShouldBeNull();
        rows[99].Detail.ShouldBeNull();
        rows[100].Detail.ShouldBe(new NoteDetail("\uFFFD", 1));
        (rows[150].Text == new string('é', Mebibyte / 2)).ShouldBeTrue($"{rows[150].Text.Length} characters");
        Samples.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(IngestRoute.Managed)]
    [InlineData(IngestRoute.Streaming)]
    [InlineData(IngestRoute.Queued)]
    [InlineData(IngestRoute.Inline)]
    public async Task OnlyGoodRowsArriveWhereTheOthersAreSkipped(IngestRoute route)
    {
        List<(long, string?)> skipped = [];
        KustoIngestOptions options = new()
        {
            Route = route,
            ValuePolicy = ValuePolicy.SkipRow,
            OnRowSkipped = row => skipped.Add((row.RowIndex, row.ColumnName)),
        };

        IngestResult result = await IngestAsync(Rows(), options);

        skipped.ShouldBe([(3, "Text"), (50, "Count"), (99, "Detail"), (100, "Detail"), (150, "Text")]);
        result.RowsSkipped.ShouldBe(5);
        result.RowsAccepted.ShouldBe(Count - 5);
        InOrder().Select(row => row.Number).ShouldBe(Enumerable.Range(0, Count).Except([3, 50, 99, 100, 150]));
        Samples.Warnings.ShouldBeEmpty();
    }

    private static IEnumerable<Note> Rows() => Enumerable.Range(0, Count).Select(number => number switch
    {
        3 => new Note { Number = number, Text = "half \ud83d" },
        50 => new Note { Number = number, Count = ulong.MaxValue },
        99 => new Note { Number = number, Detail = new NoteDetail("heavy", double.PositiveInfinity) },
        100 => new Note { Number = number, Detail = new NoteDetail("\ude00", 1) },
        150 => new Note { Number = number, Text = new string('é', (Mebibyte / 2) + 1) },
        _ => new Note { Number = number, Text = $"note {number}", Count = 7 },
    });

    private Note[] InOrder() => [.. Samples.Rows<Note>().OrderBy(row => row.Number)];

    private async Task<IngestResult> IngestAsync(IEnumerable<Note> rows, KustoIngestOptions options)
    {
        await using KustoIngestor ingestor = new(
            _kusto!, // made before any test
            "Samples",
            options with { MaxInlineBatchBytes = 4_000_000 });
        IngestResult result = await ingestor.IngestAsync(rows);
        return await result.WaitUntilIngestedAsync();
    }
}
