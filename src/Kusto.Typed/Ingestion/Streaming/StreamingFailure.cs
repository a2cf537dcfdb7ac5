namespace Kusto.Typed.Ingestion.Streaming;

/// <summary>The ways in which streaming ingestion is refused, and what to do about them.</summary>
/// <remarks>The service's codes are open text, so parts of them are looked for, as its own clients do.</remarks>
internal static class StreamingFailure
{
    /// <summary>Why the batch is to be queued instead; null where queueing it would not help, or could lose or double it.</summary>
    public static FallbackReason? FallbackOf(KustoServiceException failure)
    {
        // An answer of success that cannot be read: the rows are most likely there.
        if (failure.Status == 200)
        {
            return null;
        }

        return IsNotEnabled(failure) ? FallbackReason.StreamingNotEnabled
            : IsMappingUnknown(failure) ? FallbackReason.MappingUnknown
            : IsTooLarge(failure) ? FallbackReason.TooLarge
            : IsTableConfiguration(failure) ? FallbackReason.TableConfiguration
            : failure.IsThrottled ? FallbackReason.Throttled
            : failure.IsPermanent ? null
            : FallbackReason.TransientFailure;
    }

    /// <summary>What to do about a failure; null where its message says all there is.</summary>
    public static string? Advice(KustoServiceException failure, IngestTarget target)
    {
        if (Says(failure, "StreamingIngestionPolicyNotEnabled"))
        {
            return $"The table {target.Table} does not allow streaming ingestion: put [KustoStreamingIngestion] on its "
                + $"type and apply the schema (kusto.Schema(\"{target.Database}\").ApplyAsync<…>()).";
        }

        if (IsNotEnabled(failure))
        {
            return "The cluster does not allow streaming ingestion: switch it on in the cluster's configuration.";
        }

        if (IsMappingUnknown(failure))
        {
            return $"The table {target.Table} has no CSV mapping '{target.MappingName}', or the engine has not seen it "
                + $"yet: apply the schema (kusto.Schema(\"{target.Database}\").ApplyAsync<…>()) before ingesting.";
        }

        return IsTooLarge(failure)
            ? $"The batch is too large for the engine: lower {nameof(KustoIngestOptions)}."
                + $"{nameof(KustoIngestOptions.MaxStreamingBatchBytes)}; what update policies add counts too."
            : null;
    }

    private static bool IsNotEnabled(KustoServiceException failure) =>
        Says(failure, "StreamingIngestionPolicyNotEnabled")
        || Says(failure, "StreamingIngestionDisabled")
        || Says(failure, "StreamingIngestionFunctionalityDisabled")
        || (failure.Status == 404 && !Says(failure, "EntityNotFound") && !Says(failure, "NotExist"));

    private static bool IsMappingUnknown(KustoServiceException failure) => Says(failure, "MappingReferenceWasNotFound");

    private static bool IsTooLarge(KustoServiceException failure) => failure.Status == 413 || Says(failure, "TooLarge");

    private static bool IsTableConfiguration(KustoServiceException failure) =>
        Says(failure, "UpdatePolicyIncompatible") || Says(failure, "QuerySchemaDoesNotMatchTableSchema");

    // A message is only asked where there is no code: it may quote names that say anything.
    private static bool Says(KustoServiceException failure, string part) =>
        (failure.Code ?? failure.Message).Contains(part, StringComparison.OrdinalIgnoreCase);
}
