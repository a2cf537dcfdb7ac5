using Kusto.Typed.Local.Ingestion.Queued;
using Kusto.Typed.Local.Staging;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands of data management, which clients of queued ingestion begin with.</summary>
internal static class DataManagementCommands
{
    /// <summary>Which of them a text is; null: none.</summary>
    public static LocalRequestKind? KindOf(string command)
    {
        string words = string.Join(' ', command.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.StartsWith(".get ingestion resources", StringComparison.Ordinal)
            || words.StartsWith(".show ingestion resources", StringComparison.Ordinal) ? LocalRequestKind.Resources
            : words == ".get kusto identity token" ? LocalRequestKind.IdentityToken
            : null;
    }

    /// <exception cref="RequestRefusedException">The endpoint has no data management.</exception>
    public static async ValueTask<ResultTable> RunAsync(
        LocalRequestKind kind, DataManagement management, LocalKustoOptions options, CancellationToken cancellationToken)
    {
        if (!options.QueuedProtocols.HasFlag(LocalQueuedProtocols.StorageQueue))
        {
            throw options.QueuedProtocols == LocalQueuedProtocols.None
                ? Refusal.Syntax("an engine without data management does not know the command.")
                : Refusal.WrongEndpoint("The endpoint does not offer storage queues (LocalKustoOptions.QueuedProtocols).");
        }

        if (kind == LocalRequestKind.IdentityToken)
        {
            return new ResultTable(ResultColumn.Strings("AuthorizationContext"), [[management.IdentityToken]]);
        }

        StagingResources resources = await management.Storage.ResourcesAsync(cancellationToken).ConfigureAwait(false);
        return new ResultTable(
            ResultColumn.Strings("ResourceTypeName", "StorageRoot"),
            [
                .. Rows("TempStorage", resources.Containers),
                .. Rows("SecuredReadyForAggregationQueue", resources.ReadyQueues),
                .. Rows("FailedIngestionsQueue", resources.FailedQueues),
                .. Rows("SuccessfulIngestionsQueue", resources.SucceededQueues),
                .. Rows("IngestionsStatusTable", resources.StatusTables),
            ]);
    }

    private static IEnumerable<object?[]> Rows(string type, IReadOnlyList<Uri> addresses) =>
        addresses.Select(address => (object?[])[type, address.AbsoluteUri]);
}
