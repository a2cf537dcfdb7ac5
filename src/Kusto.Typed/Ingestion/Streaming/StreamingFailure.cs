namespace Kusto.Typed.Ingestion.Streaming;

/// <summary>What to do about the ways in which streaming ingestion is refused.</summary>
/// <remarks>The service's codes are open text, so parts of them are looked for, as its own clients do.</remarks>
internal static class StreamingFailure
{
    /// <summary>What to do about a failure; null where its message says all there is.</summary>
    public static string? Advice(KustoServiceException failure, IngestTarget target)
    {
        string said = $"{failure.Code} {failure.Message}";
        if (Says(said, "StreamingIngestionPolicyNotEnabled"))
        {
            return $"The table {target.Table} does not allow streaming ingestion: put [KustoStreamingIngestion] on its "
                + $"type and apply the schema (kusto.Schema(\"{target.Database}\").ApplyAsync<…>()).";
        }

        if (Says(said, "StreamingIngestionDisabled"))
        {
            return "The cluster does not allow streaming ingestion: switch it on in the cluster's configuration.";
        }

        if (Says(said, "MappingReferenceWasNotFound"))
        {
            return $"The table {target.Table} has no CSV mapping '{target.MappingName}', or the engine has not seen it "
                + $"yet: apply the schema (kusto.Schema(\"{target.Database}\").ApplyAsync<…>()) before ingesting.";
        }

        return failure.Status == 413 || Says(said, "TooLarge")
            ? $"The batch is too large for the engine: lower {nameof(KustoIngestOptions)}."
                + $"{nameof(KustoIngestOptions.MaxStreamingBatchBytes)}; what update policies add counts too."
            : null;
    }

    private static bool Says(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
