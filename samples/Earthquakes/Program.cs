// Real data, there and back: the file's earthquakes become rows, the rows come back out of a query, and every field of
// every row is compared.
//
//   dotnet run --project samples/Earthquakes -c Release
using Kusto.Typed;
using Kusto.Typed.Local;
using Seismology;
using Spectre.Console;

// A file or a pipe wants no colours.
AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

IReadOnlyList<Earthquake> read = EarthquakeFile.Read(Path.Combine(AppContext.BaseDirectory, "earthquakes.json"));

await using LocalKusto local = await LocalKusto.StartAsync();
await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
await kusto.Schema("Samples").ApplyAsync<Earthquake>();

await using KustoIngestor ingestor = new(kusto, "Samples", new KustoIngestOptions { Route = IngestRoute.Streaming });
IngestResult result = await ingestor.IngestAsync(read);
Console.WriteLine($"Ingested {result.RowsAccepted} of {read.Count} earthquakes as {result.RawBytes} bytes of CSV.");

Dictionary<string, Earthquake> expected = read.ToDictionary(quake => quake.Id);
List<string> differences = [];
int count = 0;
await foreach (Earthquake quake in kusto.QueryAsync<Earthquake>("Samples", $"Earthquakes"))
{
    count++;
    if (!expected.Remove(quake.Id, out Earthquake? sent))
    {
        differences.Add($"{quake.Id} came back and was not sent, or came back twice.");
    }
    else if (quake != sent)
    {
        differences.Add($"sent {sent}{Environment.NewLine}  back {quake}");
    }
}

differences.AddRange(expected.Keys.Select(id => $"{id} did not come back."));
foreach (string difference in differences.Take(10))
{
    Console.WriteLine(difference);
}

Console.WriteLine(
    differences.Count == 0
        ? "Every field of every earthquake came back as it was sent."
        : $"{differences.Count} earthquakes differ.");

Table strongest = new Table().AddColumns("Time", "Magnitude", "Place", "Depth km", "Alert");
await foreach (Earthquake quake in kusto.QueryAsync<Earthquake>(
    "Samples", $"Earthquakes | order by Magnitude desc | take 5"))
{
    strongest.AddRow(
        $"{quake.Time:u}", $"{quake.Magnitude}", quake.Place.EscapeMarkup(), $"{quake.Depth}", $"{quake.Alert}");
}

AnsiConsole.Write(strongest);
Console.WriteLine($"Earthquakes | count = {count}");
return differences.Count == 0 && result.RowsAccepted == read.Count ? 0 : 1;
