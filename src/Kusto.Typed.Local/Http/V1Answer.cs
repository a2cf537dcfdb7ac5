using System.Text.Json;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Query;
using Kusto.Typed.Schema;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>The older of the two shapes of an answer: commands, ingestion, and queries that ask for it.</summary>
internal static class V1Answer
{
    public static Task WriteAsync(HttpContext context, ResultTable table) =>
        WriteAsync(context, table.Columns, table.Rows.Select(static row => (Row)new ValueRow(row)));

    public static async Task WriteAsync(
        HttpContext context, IReadOnlyList<ResultColumn> columns, IEnumerable<Row> rows)
    {
        JsonAnswer answer = new(context);
        await using (answer.ConfigureAwait(false))
        {
            Utf8JsonWriter json = answer.Json;
            json.WriteStartObject();
            json.WriteStartArray("Tables");
            json.WriteStartObject();
            json.WriteString("TableName", "Table_0");
            WriteColumns(json, columns);
            json.WriteStartArray("Rows");
            foreach (Row row in rows)
            {
                RowJson.Write(json, columns, row);
                await answer.SendIfLargeAsync().ConfigureAwait(false);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<ResultColumn> columns)
    {
        json.WriteStartArray("Columns");
        foreach (ResultColumn column in columns)
        {
            json.WriteStartObject();
            json.WriteString("ColumnName", column.Name);
            json.WriteString("DataType", DataType(column.Type));
            json.WriteString("ColumnType", column.Type.ToKusto());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string DataType(KustoType type) => SchemaJson.SystemType(type).Split('.')[^1];
}

/// <summary>A row as a JSON array.</summary>
internal static class RowJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ResultColumn> columns, Row row)
    {
        json.WriteStartArray();
        for (int column = 0; column < columns.Count; column++)
        {
            row.Write(json, column);
        }

        json.WriteEndArray();
    }
}
