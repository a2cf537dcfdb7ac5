using Kusto.Data;
using Kusto.Data.Common;
using Kusto.Ingest;
using Kusto.Typed;

namespace BringYourOwnClient;

/// <summary>Hands rows to Microsoft's .NET client as a stream of CSV.</summary>
internal static class OfficialClient
{
    public static async Task IngestAsync(Uri cluster, IEnumerable<Measurement> rows)
    {
        using IKustoIngestClient client =
            KustoIngestFactory.CreateStreamingIngestClient(new KustoConnectionStringBuilder(cluster.AbsoluteUri));
        KustoIngestionProperties properties = new("Samples", MeasurementTable.Schema.Name)
        {
            Format = DataSourceFormat.csv,
            IngestionMapping = new IngestionMapping { IngestionMappingReference = MeasurementTable.MappingName },
        };
        using Stream csv = KustoCsv.OpenRead(rows);
        await client.IngestFromStreamAsync(csv, properties);
    }
}
