using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kusto.Typed.EndToEnd.Tests.RoundTrip;

/// <summary>Compares rows with what came back for them.</summary>
/// <remarks>
/// A value counts as itself when it came back the same but for what the documentation lists: the null string is empty,
/// times are UTC, the scale of a decimal and the order of JSON keys are not kept, dynamic has one null.
/// </remarks>
internal static class ReadBack
{
    private static readonly PropertyInfo[] s_properties =
        [.. typeof(EveryType).GetProperties().Where(property => property.GetIndexParameters().Length == 0)];

    /// <summary>A line for each property that did not come back as it was sent.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<EveryType> sent, IReadOnlyList<EveryType> back)
    {
        List<string> differences = [];
        if (sent.Count != back.Count)
        {
            differences.Add($"{sent.Count} rows were sent and {back.Count} came back.");
        }

        Dictionary<int, EveryType> byRow = [];
        foreach (EveryType row in back)
        {
            if (!byRow.TryAdd(row.Row, row))
            {
                differences.Add($"Row {row.Row} came back twice.");
            }
        }

        foreach (EveryType row in sent)
        {
            differences.AddRange(byRow.TryGetValue(row.Row, out EveryType? other)
                ? Differences(row, other)
                : [$"Row {row.Row} did not come back."]);
        }

        return differences;
    }

    private static IEnumerable<string> Differences(EveryType sent, EveryType back) =>
        from property in s_properties
        let one = Text(property, sent)
        let other = Text(property, back)
        where one != other
        select $"Row {sent.Row}, {property.Name}: sent <{one}>, back <{other}>";

    // The text of a dynamic column stands for a JSON value, whose null is the only null there is.
    private static string Text(PropertyInfo property, EveryType row) =>
        property.Name == nameof(EveryType.JsonTextOrNull)
            ? Json(JsonDocument.Parse(row.JsonTextOrNull ?? "null").RootElement)
            : Text(property.GetValue(row), property.PropertyType);

    private static string Text(object? value, Type type) => value switch
    {
        null when type == typeof(string) || type == typeof(byte[]) => "",
        null => "(null)",
        string text => text,
        DateTime time => Utc(time).Ticks.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        SqlDecimal number => number.IsNull ? "(null)" : Digits(number.ToString()),
        decimal number => Digits(number.ToString(CultureInfo.InvariantCulture)),
        byte[] bytes => Convert.ToHexString(bytes),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        float[] numbers => Numbers(numbers),
        double[] numbers => Numbers(numbers),
        ReadOnlyMemory<float> numbers => Numbers(numbers.ToArray()),
        ReadOnlyMemory<double> numbers => Numbers(numbers.ToArray()),
        JsonElement { ValueKind: JsonValueKind.Null } when Nullable.GetUnderlyingType(type) is not null => "(null)",
        JsonElement element => Json(element),
        JsonDocument { RootElement.ValueKind: JsonValueKind.Null } => "(null)",
        JsonDocument document => Json(document.RootElement),
        JsonNode node => Json(JsonSerializer.SerializeToElement(node)),
        Nested or NestedValue or IDictionary => Json(JsonSerializer.SerializeToElement(value, value.GetType())),
        HashSet<int> set => string.Join(",", set.Order()),
        List<string> list => string.Join("|", list),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;

    private static string Digits(string number)
    {
        string digits = number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
        return digits == "-0" ? "0" : digits;
    }

    private static string Numbers<T>(T[] numbers)
        where T : IFormattable =>
        string.Join(",", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    // Keys in order, and a number by its value, which is all that JSON says of it.
    private static string Json(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(
            ",",
            element.EnumerateObject()
                .OrderBy(member => member.Name, StringComparer.Ordinal)
                .Select(member => $"{JsonSerializer.Serialize(member.Name)}:{Json(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Json)) + "]",
        JsonValueKind.Number => element.TryGetInt64(out long integer)
            ? integer.ToString(CultureInfo.InvariantCulture)
            : element.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => element.GetRawText() is var raw && element.ValueKind == JsonValueKind.String
            ? JsonSerializer.Serialize(element.GetString())
            : raw,
    };
}
