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

    /// <summary>The commands that rename what the table has under a former name alone.</summary>
    public static IReadOnlyList<string> Renames(TableSchema table, KustoCommandResult result)
    {
        Dictionary<string, string> found = TypesOf(table, Row(table, result, "TableName", table.Name));
        return
        [
            .. table.Columns
                .Where(column => column.RenamedFrom is { } former && found.ContainsKey(former) && !found.ContainsKey(column.Name))
                .Select(column => TableCommands.RenameColumn(table.Name, column.RenamedFrom!, column.Name)),
        ];
    }

    private static KustoCommandRow Row(TableSchema table, KustoCommandResult result, string column, string name) =>
        result.Rows.FirstOrDefault(row => row.GetString(column) == name)
        ?? throw new KustoSchemaException(
            $"the service carried out the command for '{name}' but its answer does not show that name.", table.Name);

    private static Dictionary<string, string> TypesOf(TableSchema table, KustoCommandRow row)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        using JsonDocument schema = Parse(table, row["Schema"]);
        foreach (JsonElement column in Columns(table, schema.RootElement))
        {
            found[Text(column, "Name") ?? ""] = TypeOf(column);
        }

        return found;
    }

    private static void CheckColumns(TableSchema table, KustoCommandRow row)
    {
        Dictionary<string, string> found = TypesOf(table, row);
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
        Dictionary<string, string?> constants = new(StringComparer.Ordinal);
        using JsonDocument mapping = Parse(table, row["Mapping"]);
        if (mapping.RootElement.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement entry in mapping.RootElement.EnumerateArray())
            {
                string name = Text(entry, "Column") ?? Text(entry, "Name") ?? "";
                found[name] = PropertyOf(entry, "Ordinal")?.ToString();
                constants[name] = PropertyOf(entry, "ConstValue")?.ToString();
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

        if (table.Columns.FirstOrDefault(column => column.ConstantValue is { } value
            && constants.GetValueOrDefault(column.Name) != value) is { } other)
        {
            throw new KustoSchemaException(
                $"the mapping '{table.Mapping.Name}' fills it with another constant than the declared one.",
                table.Name,
                other.Name);
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

    private static JsonElement? PropertyOf(JsonElement entry, string name) =>
        Member(entry, name) ?? (Member(entry, "Properties") is { } properties ? Member(properties, name) : null);

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
