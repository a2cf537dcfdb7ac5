using System.Text;
using System.Text.Json;
using Kusto.Typed.Local.Ingestion;

namespace Kusto.Typed.Local.Management;

/// <summary>The command <c>.ingest inline into table T with (...) &lt;| records</c>.</summary>
internal static class InlineIngestion
{
    public static ResultTable Run(CommandContext context, StreamingIngestion ingestion)
    {
        string table = context.ReadTableName();
        CommandProperties properties = CommandProperties.Read(
            context.Text,
            "format",
            "ingestionMappingReference",
            "tags",
            "ingestIfNotExists",
            "creationTime",
            "validationPolicy",
            "ignoreFirstRecord");
        if (!context.Text.TryPunctuation("<|"))
        {
            throw context.Text.Unexpected("'<|' and the records");
        }

        // The first record may begin on the line of the command or on the next one.
        byte[] records = Encoding.UTF8.GetBytes(context.Text.RawRest.TrimStart('\r', '\n'));
        if (records.AsSpan().Contains((byte)'"'))
        {
            CheckLines(records);
        }

        Guid extent = ingestion.Store(
            new StreamingRequest(
                context.Database.Name,
                table,
                properties["format"] ?? "csv",
                properties["ingestionMappingReference"],
                context.ClientRequestId)
            {
                Kind = LocalIngestionKind.Inline,
                Options = Options(properties),
            },
            new RequestBody(records, records.Length),
            context.Database).ExtentId;
        return new ResultTable([new("ExtentId", KustoType.Guid)], [[extent]]);
    }

    // Each line is a record, whatever stands in quotes.
    private static void CheckLines(ReadOnlySpan<byte> records)
    {
        bool quoted = false;
        foreach (byte part in records)
        {
            quoted ^= part == (byte)'"';
            if (quoted && part is (byte)'\n' or (byte)'\r')
            {
                throw Refusal.BadFormat(
                    "Stream_ClosingQuoteMissing",
                    "A value has a line end in it, which .ingest inline cannot carry: a quote is open where the line ends.");
            }
        }
    }

    private static SourceOptions Options(CommandProperties properties)
    {
        using JsonDocument text = JsonDocument.Parse(JsonSerializer.Serialize(
            properties.All.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal)));
        return SourceProperties.Options(text.RootElement);
    }
}
