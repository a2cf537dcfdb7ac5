using System.Text.Json;
using Kusto.Typed.Commands;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Management;

/// <summary>Compares what the service answers to a command with what the command asked for.</summary>
internal static class AppliedSchema
{
    /// <exception cref="KustoSchemaException">
    /// The answer shows another table or mapping than the declared one.
    /// </exception>
    public static void Check(TableSchema table, string command, KustoCommandResult result)
    {
        if (command == TableCommands.CreateMerge(table))
        {
            CheckColumns(table, Row(table, result, "TableName", table.Name));
        }
        else if (command == TableCommands.CreateOrAlterMapping(table))
        {
            CheckMapping(table, Row(table, result, "Name", table.Mapping.Name));
        }
    }

    private static KustoCommandRow Row(TableSchema table, KustoCommandResult result, string column, string name) =>
        result.Rows.FirstOrDefault(row => row.GetString(column) == name)
        ?? throw new KustoSchemaException(
            $"the service carried out the command for '{name}' but its answer does not show that name.", table.Name);

    private static void CheckColumns(TableSchema table, KustoCommandRow row)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        using JsonDocument schema = Parse(table, row["Schema"]);
        foreach (JsonElement column in Columns(table, schema.RootElement))
        {
            found[Text(column, "Name") ?? ""] = TypeOf(column);
        }

        foreach (ColumnSchema column in table.Columns)
        {
            string expected = column.Type.ToKusto();
            string? type = found.GetValueOrDefault(column.Name);
            if (type != expected)
            {
                throw new KustoSchemaException(
                    type is null
                        ? $"the table has no such column; expected one of type {expected}."
                        : $"the table has it as {type}; the type declares {expected}. Change the property, or the column.",
                    table.Name,
                    column.Name);
            }
        }
    }

    // A mapping comes back in an older shape than it was sent: names and numbers are compared, not texts.
    private static void CheckMapping(TableSchema table, KustoCommandRow row)
    {
        Dictionary<string, string?> found = new(StringComparer.Ordinal);
        using JsonDocument mapping = Parse(table, row["Mapping"]);
        if (mapping.RootElement.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement entry in mapping.RootElement.EnumerateArray())
            {
                found[Text(entry, "Column") ?? Text(entry, "Name") ?? ""] = OrdinalOf(entry);
            }
        }

        foreach (ColumnSchema column in table.Fields)
        {
            string expected = FormattableString.Invariant($"{column.Ordinal}");
            string? ordinal = found.GetValueOrDefault(column.Name);
            if (ordinal != expected)
            {
                throw new KustoSchemaException(
                    $"the mapping '{table.Mapping.Name}' reads it from field {ordinal ?? "none"}; expected {expected}.",
                    table.Name,
                    column.Name);
            }
        }
    }

    private static JsonDocument Parse(TableSchema table, JsonElement value)
    {
        try
        {
            return JsonDocument.Parse(
                value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        }
        catch (JsonException)
        {
            throw NotReadable(table);
        }
    }

    private static JsonElement.ArrayEnumerator Columns(TableSchema table, JsonElement schema) =>
        Member(schema, "OrderedColumns") is { ValueKind: JsonValueKind.Array } columns
            ? columns.EnumerateArray()
            : throw NotReadable(table);

    private static KustoSchemaException NotReadable(TableSchema table) =>
        new("the service's answer does not show the schema as JSON; look at it with .show table schema as json.", table.Name);

    private static string TypeOf(JsonElement column) =>
        Text(column, "CslType") ?? ClrTypeNames.ToKusto(Text(column, "Type") ?? "");

    private static string? OrdinalOf(JsonElement entry)
    {
        JsonElement? ordinal = Member(entry, "Ordinal");
        if (ordinal is null && Member(entry, "Properties") is { } properties)
        {
            ordinal = Member(properties, "Ordinal");
        }

        return ordinal?.ToString();
    }

    private static string? Text(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? Member(JsonElement json, string name)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in json.EnumerateObject())
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }
}
