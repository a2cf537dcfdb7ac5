using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kusto.Typed.Local.Http;
using Kusto.Typed.Local.Ingestion;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Query;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Tests.Testing;

/// <summary>A cluster without HTTP around it, and the table T of most tests.</summary>
internal sealed class Stage
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Stage(LocalKustoOptions? options = null)
    {
        Cluster = new ClusterStore(options ?? new LocalKustoOptions());
        Ingestion = new StreamingIngestion(Cluster);
        Database = Cluster.Require("Samples");
    }

    public ClusterStore Cluster { get; }

    public StreamingIngestion Ingestion { get; }

    public DatabaseStore Database { get; }

    public IReadOnlyList<LocalWarning> Warnings => Database.Log.Warnings;

    /// <summary>A stage whose table T has these columns and takes streams.</summary>
    public static Stage WithTable(string columns, LocalKustoOptions? options = null)
    {
        Stage stage = new(options);
        stage.Run($".create table T ({columns})");
        stage.Run(".alter table T policy streamingingestion enable");
        return stage;
    }

    public ResultTable Run(string command) =>
        new CommandRunner(Cluster, Ingestion).Run(command, "Samples", "test");

    /// <summary>The rows of a command's answer as JSON, one a line.</summary>
    public string Answer(string command)
    {
        ResultTable table = Run(command);
        return Lines(table.Columns, table.Rows.Select(static row => (Row)new ValueRow(row)));
    }

    public Stage Ingest(string records, string? mapping = null, string format = "csv", string table = "T")
    {
        IngestBytes(Encoding.UTF8.GetBytes(records), mapping, format, table);
        return this;
    }

    public Stage IngestBytes(byte[] records, string? mapping = null, string format = "csv", string table = "T")
    {
        Ingestion.Ingest(
            new StreamingRequest("Samples", table, format, mapping, "test"), new RequestBody(records, records.Length));
        return this;
    }

    /// <summary>The rows of a query as JSON, one a line.</summary>
    public string Query(string query, string parameters = "{}")
    {
        using JsonDocument values = JsonDocument.Parse(parameters);
        RowSet rows = new QueryRunner(Cluster).Run(
            query,
            "Samples",
            values.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone()));
        return Lines(rows.Columns, rows.Rows);
    }

    public string Columns(string query) =>
        string.Join(", ", new QueryRunner(Cluster).Run(query, "Samples", new Dictionary<string, JsonElement>()).Columns
            .Select(column => $"{column.Name}:{column.Type}"));

    /// <summary>The error that something is refused with.</summary>
    public static RequestRefusedException Refused(Action refused) => Should.Throw<RequestRefusedException>(refused);

    private static string Lines(IReadOnlyList<ResultColumn> columns, IEnumerable<Row> rows)
    {
        List<string> lines = [];
        foreach (Row row in rows)
        {
            ArrayBufferWriter<byte> line = new();
            using (Utf8JsonWriter json = new(line, s_json))
            {
                RowJson.Write(json, columns, row);
            }

            lines.Add(Encoding.UTF8.GetString(line.WrittenSpan));
        }

        return string.Join('\n', lines);
    }
}
