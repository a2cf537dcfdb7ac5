using System.Text.Json;

namespace Kusto.Typed.Connection;

/// <summary>Reads the tables of the v1 protocol, complete, and the errors that may stand among them.</summary>
internal static class CommandResultReader
{
    /// <exception cref="KustoServiceException">
    /// The answer carries an error, broke off, or is none of the protocol.
    /// </exception>
    public static async ValueTask<KustoCommandResult> ReadAsync(
        KustoResponse response, CancellationToken cancellationToken)
    {
        RequestIds ids = new(response.ClientRequestId, response.ActivityId);
        try
        {
            using JsonDocument document =
                await JsonDocument.ParseAsync(response.Content, default, cancellationToken).ConfigureAwait(false);
            return Read(document.RootElement, ids);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw ServiceFailure.BrokenAnswer("The answer to the command is cut off or no JSON.", ids, exception);
        }
    }

    public static KustoCommandResult Read(JsonElement answer, RequestIds ids)
    {
        ThrowIfError(answer, ids);
        if (answer.ValueKind != JsonValueKind.Object
            || !answer.TryGetProperty("Tables", out JsonElement tables)
            || tables.ValueKind != JsonValueKind.Array
            || tables.GetArrayLength() == 0)
        {
            throw NotTheProtocol("it has no table", ids);
        }

        foreach (JsonElement table in tables.EnumerateArray())
        {
            foreach (JsonElement row in Array(table, "Rows", ids))
            {
                ThrowIfError(row, ids);
            }
        }

        string[] columns = [.. Array(tables[0], "Columns", ids).Select(column => ColumnName(column, ids))];
        JsonElement[][] rows = [.. Array(tables[0], "Rows", ids).Select(row => Values(row, columns.Length, ids))];
        return new KustoCommandResult(columns, rows, ids.ClientRequestId, ids.ActivityId);
    }

    private static JsonElement.ArrayEnumerator Array(JsonElement table, string name, RequestIds ids) =>
        table.ValueKind == JsonValueKind.Object
        && table.TryGetProperty(name, out JsonElement array)
        && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray()
            : throw NotTheProtocol($"a table has no {name}", ids);

    private static string ColumnName(JsonElement column, RequestIds ids) =>
        column.ValueKind == JsonValueKind.Object
        && column.TryGetProperty("ColumnName", out JsonElement name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : throw NotTheProtocol("a column has no name", ids);

    private static JsonElement[] Values(JsonElement row, int count, RequestIds ids) =>
        row.ValueKind == JsonValueKind.Array && row.GetArrayLength() == count
            ? [.. row.EnumerateArray().Select(value => value.Clone())]
            : throw NotTheProtocol($"a row does not have {count} values", ids);

    /// <summary>Errors stand as an object where a row is expected, or beside the tables.</summary>
    private static void ThrowIfError(JsonElement json, RequestIds ids)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (json.TryGetProperty("OneApiErrors", out JsonElement errors)
            || json.TryGetProperty("Exceptions", out errors)
            || json.TryGetProperty("error", out errors))
        {
            ServiceErrorBody? body = errors.ValueKind switch
            {
                JsonValueKind.Array when errors.GetArrayLength() == 0 => null,
                JsonValueKind.Array => ServiceErrorBody.Of(errors[0]),
                JsonValueKind.Null => null,
                _ => ServiceErrorBody.Of(errors),
            };
            if (body is not null)
            {
                throw ServiceFailure.InAnswer(body, ids);
            }
        }
    }

    private static KustoServiceException NotTheProtocol(string problem, RequestIds ids) =>
        ServiceFailure.BrokenAnswer($"The answer to the command is not what the protocol says: {problem}.", ids);
}
