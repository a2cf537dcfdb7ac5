using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Benchmarks.Reading;

/// <summary>An engine in this process that gives the same rows to every query.</summary>
internal sealed class CannedAnswer(byte[] frames) : HttpMessageHandler
{
    /// <summary>The frames of the v2 protocol for rows that are there as an array of objects.</summary>
    public static CannedAnswer Of(TableSchema table, byte[] objects)
    {
        StringBuilder json = new("""[{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"},""");
        json.Append("""{"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[""");
        json.AppendJoin(',', table.Columns.Select(column =>
            $$"""{"ColumnName":"{{column.Name}}","ColumnType":"{{column.Type.ToKusto()}}"}"""));
        json.Append("],\"Rows\":[");
        using (JsonDocument rows = JsonDocument.Parse(objects))
        {
            json.AppendJoin(',', rows.RootElement.EnumerateArray().Select(row =>
                $"[{string.Join(',', table.Columns.Select(column => row.GetProperty(column.Name).GetRawText()))}]"));
        }

        json.Append("""]},{"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]""");
        return new CannedAnswer(Encoding.UTF8.GetBytes(json.ToString()));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(frames),
            RequestMessage = request,
        });
}

/// <summary>The rows as System.Text.Json knows them at compile time.</summary>
[JsonSerializable(typeof(List<StormEvent>))]
[JsonSerializable(typeof(List<Telemetry>))]
internal sealed partial class ReadJson : JsonSerializerContext;
