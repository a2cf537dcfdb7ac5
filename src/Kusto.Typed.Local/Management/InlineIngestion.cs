using System.Text;
using Kusto.Typed.Local.Ingestion;

namespace Kusto.Typed.Local.Management;

/// <summary>The command <c>.ingest inline into table T with (...) &lt;| records</c>.</summary>
internal static class InlineIngestion
{
    public static ResultTable Run(CommandContext context, StreamingIngestion ingestion)
    {
        string table = context.ReadTableName();
        CommandProperties properties = CommandProperties.Read(context.Text, "format", "ingestionMappingReference");
        if (!context.Text.TryPunctuation("<|"))
        {
            throw context.Text.Unexpected("'<|' and the records");
        }

        // The first record may begin on the line of the command or on the next one.
        byte[] records = Encoding.UTF8.GetBytes(context.Text.RawRest.TrimStart('\r', '\n'));
        Guid extent = ingestion.Store(
            new StreamingRequest(
                context.Database.Name,
                table,
                properties["format"] ?? "csv",
                properties["ingestionMappingReference"],
                context.ClientRequestId),
            new RequestBody(records, records.Length),
            context.Database).ExtentId;
        return new ResultTable([new("ExtentId", KustoType.Guid)], [[extent]]);
    }
}
