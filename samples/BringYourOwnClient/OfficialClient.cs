using Kusto.Data;
using Kusto.Data.Common;
using Kusto.Ingest;
using Kusto.Typed;
using Kusto.Typed.Schema;

namespace Laboratory;

/// <summary>The official client, Microsoft.Azure.Kusto.Ingest: compiled with -p:UseOfficialClient=true alone.</summary>
internal static class OfficialClient
{
    public static async Task IngestAsync(string connectionString, string database, IEnumerable<Measurement> rows)
    {
        TableSchema table = KustoCsv.Table<Measurement>();
        KustoIngestionProperties properties = new(database, table.Name)
        {
            Format = DataSourceFormat.csv,
            IngestionMapping = new IngestionMapping
            {
                IngestionMappingKind = Kusto.Data.Ingestion.IngestionMappingKind.Csv,
                IngestionMappingReference = table.Mapping.Name,
            },
        };

        using IKustoIngestClient client = KustoIngestFactory.CreateQueuedIngestClient(
            new KustoConnectionStringBuilder(connectionString));
        await using Stream csv = KustoCsv.OpenRead(rows);
        await client.IngestFromStreamAsync(csv, properties, new StreamSourceOptions { LeaveOpen = true });
    }
}
