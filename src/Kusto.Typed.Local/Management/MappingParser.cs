using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>
/// Reads a CSV mapping's JSON, in the newer shape and the older one, and checks it against its table.
/// </summary>
internal static class MappingParser
{
    /// <exception cref="RequestRefusedException">The JSON is no mapping, or not one for this table.</exception>
    public static ImmutableArray<MappingElement> Parse(string json, Table table)
    {
        ImmutableArray<MappingElement> elements = ReadElements(json);
        foreach (MappingElement element in elements)
        {
            MappingCheck.Fits(table, element, "The mapping");
        }

        string? twice = elements.GroupBy(static element => element.Column)
            .FirstOrDefault(static group => group.Skip(1).Any())?.Key;
        return twice is null
            ? elements
            : throw Refusal.InvalidMapping($"Two or more elements of the mapping fill the column '{twice}'.");
    }

    private static ImmutableArray<MappingElement> ReadElements(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array && document.RootElement.GetArrayLength() > 0
                ? [.. document.RootElement.EnumerateArray().Select(ReadElement)]
                : throw Refusal.InvalidMapping("A mapping is a JSON array of at least one element.");
        }
        catch (JsonException exception)
        {
            throw Refusal.InvalidMapping("The mapping is no JSON: " + exception.Message);
        }
    }

    private static MappingElement ReadElement(JsonElement element, int place)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.InvalidMapping($"Element {place} of the mapping is no JSON object.");
        }

        JsonElement properties = Find(element, "Properties") is { ValueKind: JsonValueKind.Object } inner ? inner : element;
        string column = Text(Find(element, "Column") ?? Find(element, "Name"))
            ?? throw Refusal.InvalidMapping($"Element {place} of the mapping names no column.");
        string? constant = Text(Find(properties, "ConstValue"));
        int? ordinal = ReadOrdinal(Text(Find(properties, "Ordinal")), column);
        MappingElement read = new(column, ordinal, constant, Text(Find(element, "DataType")))
        {
            Transform = MappingTransforms.Read(Text(Find(properties, "Transform")), column),
        };
        return MappingTransforms.Problem(read) is { } problem
            ? throw Refusal.InvalidMapping($"The mapping of column '{column}' {problem}.")
            : read;
    }

    private static int? ReadOrdinal(string? text, string column)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
            ? ordinal
            : throw Refusal.InvalidMapping($"'{text}' is no ordinal for column '{column}'; it takes 0 or more.");
    }

    // The names of members are read in any case, and null is the same as absent.
    private static JsonElement? Find(JsonElement element, string name)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)
                && property.Value.ValueKind != JsonValueKind.Null)
            {
                return property.Value;
            }
        }

        return null;
    }

    private static string? Text(JsonElement? value) =>
        value is { } element
            ? element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText()
            : null;
}
