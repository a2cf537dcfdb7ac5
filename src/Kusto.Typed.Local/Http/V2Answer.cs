using System.Text.Json;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Query;
using Kusto.Typed.Schema;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>The newer of the two shapes of an answer: an array of frames, the rows in one or in many of them.</summary>
internal sealed class V2Answer(JsonAnswer answer, bool fragmented)
{
    private const int PropertiesId = 0;
    private const int ResultId = 1;
    private const int CompletionId = 2;
    private const int RowsOfFragment = 1000;

    private static readonly ResultColumn[] s_properties =
        [new("TableId", KustoType.Int), new("Key", KustoType.String), new("Value", KustoType.Dynamic)];

    private static readonly ResultColumn[] s_completion =
    [
        new("Timestamp", KustoType.DateTime),
        new("ClientRequestId", KustoType.String),
        new("ActivityId", KustoType.String),
        new("Level", KustoType.Int),
        new("LevelName", KustoType.String),
        new("StatusCode", KustoType.Int),
        new("StatusCodeName", KustoType.String),
        new("Payload", KustoType.String),
    ];

    private readonly Utf8JsonWriter _json = answer.Json;

    public static async Task WriteAsync(
        HttpContext context, RequestIds ids, RowSet rows, bool fragmented, DateTime now)
    {
        JsonAnswer answer = new(context);
        await using (answer.ConfigureAwait(false))
        {
            await new V2Answer(answer, fragmented).WriteAsync(ids, rows, now).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(RequestIds ids, RowSet rows, DateTime now)
    {
        _json.WriteStartArray();
        WriteHeader();
        WriteTable(
            PropertiesId, "QueryProperties", "@ExtendedProperties", s_properties, [ResultId, "Visualization", "{\"Visualization\":null}"]);
        await (fragmented ? WriteFragmentsAsync(rows) : WriteRowsAsync(rows)).ConfigureAwait(false);
        WriteTable(
            CompletionId,
            "QueryCompletionInformation",
            "QueryCompletionInformation",
            s_completion,
            [now, ids.Client, ids.Activity, 4, "Info", 0, "S_OK (0)", "{\"Count\":1,\"Text\":\"Query completed successfully\"}"]);
        WriteCompletion();
        _json.WriteEndArray();
    }

    private void WriteHeader()
    {
        StartFrame("DataSetHeader");
        _json.WriteBoolean("IsProgressive", value: false);
        _json.WriteString("Version", "v2.0");
        _json.WriteBoolean("IsFragmented", fragmented);
        _json.WriteString("ErrorReportingPlacement", "EndOfDataSet");
        _json.WriteEndObject();
    }

    private void WriteTable(int id, string kind, string name, ResultColumn[] columns, object?[] row)
    {
        StartTable("DataTable", id, kind, name, columns);
        _json.WriteStartArray("Rows");
        RowJson.Write(_json, columns, new ValueRow(row));
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private async Task WriteRowsAsync(RowSet rows)
    {
        StartTable("DataTable", ResultId, "PrimaryResult", "PrimaryResult", rows.Columns);
        _json.WriteStartArray("Rows");
        foreach (Row row in rows.Rows)
        {
            RowJson.Write(_json, rows.Columns, row);
            await answer.SendIfLargeAsync().ConfigureAwait(false);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private async Task WriteFragmentsAsync(RowSet rows)
    {
        StartTable("TableHeader", ResultId, "PrimaryResult", "PrimaryResult", rows.Columns);
        _json.WriteEndObject();
        long count = 0;
        foreach (Row[] fragment in rows.Rows.Chunk(RowsOfFragment))
        {
            WriteFragment(rows.Columns, fragment);
            count += fragment.Length;
            await answer.SendIfLargeAsync().ConfigureAwait(false);
        }

        StartFrame("TableCompletion");
        _json.WriteNumber("TableId", ResultId);
        _json.WriteNumber("RowCount", count);
        _json.WriteEndObject();
    }

    private void WriteFragment(IReadOnlyList<ResultColumn> columns, Row[] rows)
    {
        StartFrame("TableFragment");
        _json.WriteNumber("TableId", ResultId);
        _json.WriteString("TableFragmentType", "DataAppend");
        _json.WriteNumber("FieldCount", columns.Count);
        _json.WriteStartArray("Rows");
        foreach (Row row in rows)
        {
            RowJson.Write(_json, columns, row);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteCompletion()
    {
        StartFrame("DataSetCompletion");
        _json.WriteBoolean("HasErrors", value: false);
        _json.WriteBoolean("Cancelled", value: false);
        _json.WriteEndObject();
    }

    private void StartTable(string frame, int id, string kind, string name, IReadOnlyList<ResultColumn> columns)
    {
        StartFrame(frame);
        _json.WriteNumber("TableId", id);
        _json.WriteString("TableKind", kind);
        _json.WriteString("TableName", name);
        _json.WriteStartArray("Columns");
        foreach (ResultColumn column in columns)
        {
            _json.WriteStartObject();
            _json.WriteString("ColumnName", column.Name);
            _json.WriteString("ColumnType", column.Type.ToKusto());
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void StartFrame(string type)
    {
        _json.WriteStartObject();
        _json.WriteString("FrameType", type);
    }
}
