// Rows for a client of one's own: this program's HTTP client here, Microsoft's .NET client where its package is to be had
// (dotnet run -p:UseOfficialClient=true). Either is handed a stream of CSV and the name of the mapping, and knows nothing
// of the row type.
using BringYourOwnClient;
using Kusto.Typed;
using Kusto.Typed.Local;

const int Rows = 1_000;

await using LocalKusto local = await LocalKusto.StartAsync();
await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
await kusto.Schema("Samples").ApplyAsync<Measurement>();
Console.WriteLine($"Mapping {MeasurementTable.MappingName}: {MeasurementTable.Schema.Mapping.ToJson()}");

#if OFFICIAL_CLIENT
await OfficialClient.IngestAsync(local.Uri, Measurement.Take(Rows));
#else
Console.WriteLine("Without Microsoft.Azure.Kusto.Ingest, whose package cannot be restored everywhere: OfficialClient.cs is left out.");
using HttpClient http = new();
using StreamContent csv = new(KustoCsv.OpenRead(Measurement.Take(Rows)));
using HttpResponseMessage answer = await http.PostAsync(
    new Uri(local.Uri, $"v1/rest/ingest/Samples/Measurements?streamFormat=csv&mappingName={MeasurementTable.MappingName}"), csv);
answer.EnsureSuccessStatusCode();
#endif

long count = await kusto.QueryScalarAsync<long>("Samples", $"Measurements | count");
Console.WriteLine($"Measurements | count = {count}");
return count == Rows ? 0 : 1;
