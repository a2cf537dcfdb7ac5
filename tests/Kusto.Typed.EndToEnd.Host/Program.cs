// Endpoint and client in processes of their own, so that the memory of one is not the memory of the other:
//   endpoint            a local endpoint that counts rows and keeps none; prints its address, ends with its input
//   ingest URI ROWS     a client that ingests so many storms; prints its memory as JSON
//   queue URI ROWS      a client that queues so many small rows in one call; prints its memory as JSON
using Kusto.Typed.EndToEnd.Host;

return args switch
{
    ["endpoint"] => await EndpointProcess.RunAsync(),
    ["ingest", string uri, string rows] when int.TryParse(rows, out int count) => await IngestProcess.RunAsync(uri, count),
    ["queue", string uri, string rows] when int.TryParse(rows, out int count) => await QueueProcess.RunAsync(uri, count),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: endpoint | ingest URI ROWS | queue URI ROWS");
    return 2;
}
