using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>Tables and mappings as the JSON that <c>.show</c> commands answer.</summary>
internal static class SchemaJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Table table) => Write(json => WriteTable(json, table));

    public static string Of(DatabaseStore database) =>
        Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("Databases");
            json.WriteStartObject(database.Name);
            json.WriteString("Name", database.Name);
            json.WriteStartObject("Tables");
            foreach (Table table in database.Tables.Values)
            {
                json.WritePropertyName(table.Name);
                WriteTable(json, table);
            }

            json.WriteEndObject();
            json.WriteStartObject("Functions");
            json.WriteEndObject();
            json.WriteNumber("MajorVersion", 1);
            json.WriteNumber("MinorVersion", database.SchemaVersion);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });

    /// <summary>The .NET type by which older parts of the service name a scalar type.</summary>
    public static string SystemType(KustoType type) =>
        type switch
        {
            KustoType.Bool => "System.SByte",
            KustoType.DateTime => "System.DateTime",
            KustoType.Decimal => "System.Data.SqlTypes.SqlDecimal",
            KustoType.Dynamic => "System.Object",
            KustoType.Guid => "System.Guid",
            KustoType.Int => "System.Int32",
            KustoType.Long => "System.Int64",
            KustoType.Real => "System.Double",
            KustoType.TimeSpan => "System.TimeSpan",
            _ => "System.String",
        };

    private static void WriteTable(Utf8JsonWriter json, Table table)
    {
        json.WriteStartObject();
        json.WriteString("Name", table.Name);
        WriteIfSet(json, "Folder", table.Folder);
        WriteIfSet(json, "DocString", table.DocString);
        json.WriteStartArray("OrderedColumns");
        foreach (Column column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("Name", column.Name);
            json.WriteString("Type", SystemType(column.Type));
            json.WriteString("CslType", column.Type.ToKusto());
            WriteIfSet(json, "DocString", column.DocString);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>JSON as it is shown: only what JSON itself wants is escaped.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter json = new(output, s_options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
