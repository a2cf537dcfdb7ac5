using System.Globalization;
using Azure.Identity;
using Kusto.Typed;
using Kusto.Typed.Commands;
using Kusto.Typed.Local;
using Kusto.Typed.Schema;
using Spectre.Console;

namespace Weather;

/// <summary>What the sample does: the schema is applied, rows go in, a query counts them.</summary>
internal static class StormDemo
{
    public static async Task<int> RunAsync(int rows, bool keep, CancellationToken cancellationToken)
    {
        // A file or a pipe wants no colours.
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
        string? uri = Environment.GetEnvironmentVariable("KUSTO_URI");
        string? database = Environment.GetEnvironmentVariable("KUSTO_DATABASE");
        if (uri is null != database is null)
        {
            throw new ArgumentException(
                $"{(uri is null ? "KUSTO_DATABASE" : "KUSTO_URI")} is set and "
                + $"{(uri is null ? "KUSTO_URI" : "KUSTO_DATABASE")} is not: set both for a cluster, or neither.");
        }

        return uri is null || database is null
            ? await RunHereAsync(rows, cancellationToken)
            : await RunOnClusterAsync(uri, database, rows, keep, cancellationToken);
    }

    private static async Task<int> RunHereAsync(int rows, CancellationToken cancellationToken)
    {
        await using LocalKusto local = await LocalKusto.StartAsync(cancellationToken: cancellationToken);
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);

        // The table, its mapping and its policy, out of the record.
        await kusto.Schema("Samples").ApplyAsync<StormEvent>(cancellationToken);
        return await RunAsync(kusto, "Samples", StormEventTable.Schema, rows, cancellationToken);
    }

    private static async Task<int> RunOnClusterAsync(
        string uri, string database, int rows, bool keep, CancellationToken cancellationToken)
    {
        // An endpoint on this machine asks for no credential, and plain http would not carry one.
        await using KustoConnection cluster =
            new Uri(uri).IsLoopback ? new(uri) : new(uri, new DefaultAzureCredential());
        TableSchema table = StormEventTable.Schema.WithName($"StormEvents_sample_{Guid.NewGuid():N}");

        await cluster.Schema(database).ApplyAsync(table, cancellationToken);
        try
        {
            return await RunAsync(cluster, database, table, rows, cancellationToken);
        }
        finally
        {
            if (!keep)
            {
                await DropAsync(cluster, database, table.Name);
            }
        }
    }

    // What went wrong before must not be hidden by what goes wrong here.
    private static async Task DropAsync(KustoConnection cluster, string database, string table)
    {
        try
        {
            await cluster.Schema(database).DropAsync(table, CancellationToken.None);
        }
        catch (KustoTypedException exception)
        {
            await Console.Error.WriteLineAsync($"The table {table} is still there: {exception.Message}");
        }
    }

    private static async Task<int> RunAsync(
        KustoConnection kusto, string database, TableSchema table, int rows, CancellationToken cancellationToken)
    {
        // The rows.
        await using KustoIngestor ingestor = new(
            kusto, database, new KustoIngestOptions { Route = IngestRoute.Streaming });
        IngestResult result = await ShowProgressAsync(
            rows,
            progress => ingestor.IngestAsync(StormEventSource.Take(rows), table.Name, progress: progress, cancellationToken: cancellationToken));
        Show(result);

        // And back.
        string name = KustoText.Name(table.Name);
        await ShowRowsAsync(kusto, database, name, cancellationToken);
        long count = await kusto.QueryScalarAsync<long>(
            database, KustoQuery.Raw($"{name} | count"), cancellationToken);
        Console.WriteLine($"StormEvents | count = {count.ToString(CultureInfo.InvariantCulture)}");
        return count == result.RowsAccepted && count == rows ? 0 : 1;
    }

    private static async Task<IngestResult> ShowProgressAsync(
        int rows, Func<IProgress<IngestProgress>, Task<IngestResult>> ingest) =>
        await AnsiConsole.Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("Ingesting storms", maxValue: rows);
                return await ingest(new Progress<IngestProgress>(progress => bar.Value = progress.RowsAccepted));
            });

    private static void Show(IngestResult result)
    {
        double seconds = result.Elapsed.TotalSeconds;
        Table table = new Table().AddColumns("rows", "batches", "MB of CSV", "MB sent", "seconds", "rows/s");
        foreach (TableColumn column in table.Columns)
        {
            column.RightAligned();
        }

        table.AddRow(
            Text(result.RowsAccepted, "N0"),
            Text(result.Batches.Count, "N0"),
            Text(result.RawBytes / 1e6, "N1"),
            Text(result.CompressedBytes / 1e6, "N1"),
            Text(seconds, "N2"),
            Text(result.RowsAccepted / seconds, "N0"));
        AnsiConsole.Write(table);
    }

    private static async Task ShowRowsAsync(
        KustoConnection kusto, string database, string name, CancellationToken cancellationToken)
    {
        Table table = new Table().AddColumns("StartTime", "State", "EventType", "BeginLocation", "StormSummary");
        KustoQuery query = KustoQuery.Raw($"{name} | where DeathsDirect > 0 or EventId < 10003 | order by EventId asc | take 5");
        await foreach (StormEvent storm in kusto.QueryAsync<StormEvent>(database, query, cancellationToken))
        {
            table.AddRow(
                storm.StartTime.ToString("u", CultureInfo.InvariantCulture),
                storm.State.EscapeMarkup(),
                storm.EventType.EscapeMarkup(),
                (storm.BeginLocation ?? "").EscapeMarkup(),
                (storm.StormSummary?.Details.Location ?? "(none)").EscapeMarkup());
        }

        AnsiConsole.Write(table);
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
