using System.Data.SqlTypes;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kusto.Typed.Schema;

namespace Kusto.Typed.EndToEnd.Tests.RoundTrip;

/// <summary>Compares rows with what Microsoft's client for JavaScript received for them.</summary>
/// <remarks>That client knows nothing of the rows' C# types: values are compared by the types of Kusto's columns.</remarks>
internal static class NodeReadBack
{
    /// <summary>A line for each value that is not what was sent.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<EveryType> sent, JsonElement received)
    {
        string[] columns = [.. received.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()!)];
        Dictionary<int, JsonElement[]> rows = received.GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateArray().ToArray())
            .ToDictionary(row => row[0].GetInt32());
        if (rows.Count != sent.Count)
        {
            yield return $"{sent.Count} rows were sent and {rows.Count} came back.";
        }

        foreach (EveryType row in sent.Where(row => rows.ContainsKey(row.Row)))
        {
            foreach (ColumnSchema column in EveryTypeTable.Schema.Columns)
            {
                object? value = typeof(EveryType).GetProperty(column.Name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(row);
                string one = Sent(value, column);
                string other = Received(rows[row.Row][Array.IndexOf(columns, column.Name)], column.Type);
                if (one != other)
                {
                    yield return $"Row {row.Row}, {column}: sent <{one}>, received <{other}>";
                }
            }
        }
    }

    private static string Received(JsonElement value, KustoType type) => (type, value.ValueKind) switch
    {
        (KustoType.Dynamic, _) => Json(value),
        (_, JsonValueKind.Null) => "(null)",
        (KustoType.Bool, _) => value.GetBoolean() ? "true" : "false",
        (KustoType.Int or KustoType.Long, JsonValueKind.Number) => value.GetRawText(),
        (KustoType.Real, JsonValueKind.Number) => Real(value.GetDouble()),
        (KustoType.Decimal, JsonValueKind.String) => Digits(value.GetString()!),
        (KustoType.DateTime, _) => Ticks(value.GetDateTime()),
        (KustoType.TimeSpan, _) => Ticks(TimeSpan.ParseExact(value.GetString()!, "c", CultureInfo.InvariantCulture)),
        _ => value.GetString()!,
    };

    private static string Sent(object? value, ColumnSchema column) => (column.Type, value) switch
    {
        (KustoType.String, null) => "",
        (KustoType.Dynamic, string json) => Json(JsonDocument.Parse(json).RootElement),
        (KustoType.Dynamic, _) => Json(Element(value)),
        (_, null) => "(null)",
        (KustoType.Int or KustoType.Long, Enum) => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        (_, bool boolean) => boolean ? "true" : "false",
        (_, Half number) => Real(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        (_, float number) => Real(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        (_, double number) => Real(number),
        (_, SqlDecimal number) => Digits(number.ToString()),
        (KustoType.Decimal, IFormattable number) => Digits(number.ToString(null, CultureInfo.InvariantCulture)),
        (_, DateTime time) => Ticks(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time),
        (_, DateTimeOffset time) => Ticks(time.UtcDateTime),
        (_, DateOnly date) => Ticks(date.ToDateTime(TimeOnly.MinValue)),
        (_, TimeOnly time) => Ticks(time.ToTimeSpan()),
        (_, TimeSpan time) => Ticks(time),
        (_, byte[] bytes) => Convert.ToBase64String(bytes),
        (_, ReadOnlyMemory<byte> bytes) => Convert.ToBase64String(bytes.Span),
        (_, Uri uri) => uri.OriginalString,
        (_, IFormattable formattable) => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static JsonElement Element(object? value) => value switch
    {
        null => JsonDocument.Parse("null").RootElement,
        JsonElement element => element,
        JsonDocument document => document.RootElement,
        JsonNode node => JsonDocument.Parse(node.ToJsonString()).RootElement,
        _ => JsonSerializer.SerializeToElement(value, value.GetType()),
    };

    // JavaScript prints the negative zero without its sign.
    private static string Real(double number) => number == 0 ? "0" : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Ticks(DateTime time) => time.Ticks.ToString(CultureInfo.InvariantCulture);

    private static string Ticks(TimeSpan time) => time.Ticks.ToString(CultureInfo.InvariantCulture);

    private static string Digits(string number)
    {
        string digits = number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
        return digits == "-0" ? "0" : digits;
    }

    // JavaScript reads a number of JSON as a double; long integers come as texts (see the script).
    private static string Json(JsonElement element)
    {
        StringBuilder text = new();
        AppendJson(text, element);
        return text.ToString();
    }

    private static void AppendJson(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    AppendJson(text.Append('{').Append(member.Name).Append(':'), member.Value);
                    text.Append('}');
                }

                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AppendJson(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.Number when element.GetRawText() is { Length: >= 16 } raw && raw.TrimStart('-').All(char.IsAsciiDigit):
                text.Append('"').Append(raw).Append('"');
                break;
            case JsonValueKind.Number:
                text.Append(Real(element.GetDouble()));
                break;
            case JsonValueKind.String:
                text.Append('"').Append(element.GetString()).Append('"');
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }
}
