namespace Kusto.Typed.Ingestion.Queued;

/// <summary>What the storage queue protocol goes by: the answer to <c>.get ingestion resources</c>.</summary>
/// <remarks>No record, since its addresses carry keys that must not be printed.</remarks>
internal sealed class IngestionResources
{
    public const string Command = ".get ingestion resources";

    private readonly ILookup<string, Uri> _resources;

    private IngestionResources(ILookup<string, Uri> resources) => _resources = resources;

    public IReadOnlyList<Uri> Containers => Of("TempStorage");

    public IReadOnlyList<Uri> ReadyQueues => Of("SecuredReadyForAggregationQueue");

    public IReadOnlyList<Uri> FailedQueues => Of("FailedIngestionsQueue");

    public IReadOnlyList<Uri> SucceededQueues => Of("SuccessfulIngestionsQueue");

    public IReadOnlyList<Uri> StatusTables => Of("IngestionsStatusTable");

    /// <exception cref="KustoTypedException">A resource that nothing goes without is missing.</exception>
    public static IngestionResources Of(KustoCommandResult result, Uri endpoint)
    {
        IngestionResources resources = new(result.Rows.ToLookup(
            row => row.GetString("ResourceTypeName") ?? "",
            row => StorageAddress.Checked(row.GetString("StorageRoot"), endpoint),
            StringComparer.OrdinalIgnoreCase));
        return resources.Containers.Count > 0 && resources.ReadyQueues.Count > 0
            ? resources
            : throw new KustoTypedException(
                $"{endpoint.Host} offers {resources.Containers.Count} containers and {resources.ReadyQueues.Count} queues for "
                + $"queued ingestion ({Command}); at least one of each is needed.");
    }

    private IReadOnlyList<Uri> Of(string type) => [.. _resources[type]];
}
