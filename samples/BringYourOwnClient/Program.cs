// Rows for a client that is not ours: KustoCsv.OpenRead is a stream of CSV, the table's mapping comes with it.
//
//   dotnet run --project samples/BringYourOwnClient -c Release
//
// It runs against an endpoint of its own, in this process, and sends the stream with a plain HttpClient. How the same
// stream goes to the official client stands in OfficialClient.cs; with that package at hand, and a cluster whose table
// and mapping exist, build it with
//
//   -p:UseOfficialClient=true -p:OfficialClientVersion=...
//
// and set KUSTO_INGEST_URI and KUSTO_DATABASE.
using System.Globalization;
using Kusto.Typed;
using Kusto.Typed.Local;
using Laboratory;

const int Count = 1_000;
const string Database = "Samples";

#if OFFICIAL_CLIENT
if (Environment.GetEnvironmentVariable("KUSTO_INGEST_URI") is { } uri
    && Environment.GetEnvironmentVariable("KUSTO_DATABASE") is { } database)
{
    await OfficialClient.IngestAsync(uri, database, Measurement.Take(Count));
    Console.WriteLine($"The official client has queued {Count} rows.");
    return;
}

Console.WriteLine("KUSTO_INGEST_URI and KUSTO_DATABASE are not set: a plain HttpClient sends the stream instead.");
#else
Console.WriteLine("Built without the official client (-p:UseOfficialClient=true): a plain HttpClient sends the stream.");
#endif

await using LocalKusto local = await LocalKusto.StartAsync();
await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
await kusto.Schema(Database).ApplyAsync<Measurement>();
Console.WriteLine($"Mapping {KustoCsv.Table<Measurement>().Mapping.Name}: {KustoCsv.Table<Measurement>().Mapping.ToJson()}");

await PlainClient.IngestAsync(local.Uri, Database, Measurement.Take(Count));

long count = await kusto.QueryScalarAsync<long>(Database, $"Measurements | count");
Console.WriteLine($"Measurements | count = {count.ToString(CultureInfo.InvariantCulture)}");
