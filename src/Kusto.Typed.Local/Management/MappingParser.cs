using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>Reads a mapping's JSON, in the newer shape and the older one, and checks it against its table.</summary>
internal static class MappingParser
{
    /// <summary>Reads a mapping.</summary>
    /// <param name="key">Its kind and name.</param>
    /// <param name="json">A JSON array.</param>
    /// <param name="table">The table that it is for; null: it is for any, and is looked at when it is used.</param>
    /// <param name="now">When it is made.</param>
    /// <exception cref="RequestRefusedException">The JSON is no mapping, or not one for this table.</exception>
    public static MappingDefinition Parse(MappingKey key, string json, Table? table, DateTime now)
    {
        bool isCsv = key.Kind == MappingKind.Csv;
        ImmutableArray<MappingElement> elements = ReadArray(json, isCsv ? ReadElement : ReadOther);
        foreach (MappingElement element in table is null ? [] : elements)
        {
            MappingCheck.MayFit(table!, element, "The mapping"); // without a table there is no element
        }

        string? twice = elements.GroupBy(static element => element.Column)
            .FirstOrDefault(static group => group.Skip(1).Any())?.Key;
        return twice is null
            ? new MappingDefinition(key, now)
            {
                Elements = isCsv ? elements : [],
                Shown = isCsv ? MappingJson.OfCsv(elements) : MappingJson.OfOther(json),
            }
            : throw Refusal.InvalidMapping($"Two or more elements of the mapping fill the column '{twice}'.");
    }

    private static ImmutableArray<MappingElement> ReadArray(string json, Func<JsonElement, int, MappingElement> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array && document.RootElement.GetArrayLength() > 0
                ? [.. document.RootElement.EnumerateArray().Select(read)]
                : throw Refusal.InvalidMapping("A mapping is a JSON array of at least one element.");
        }
        catch (JsonException exception)
        {
            throw Refusal.InvalidMapping("The mapping is no JSON: " + exception.Message);
        }
    }

    // Of the other kinds only the columns are looked at: their paths and transformations are for readers of such files.
    private static MappingElement ReadOther(JsonElement element, int place) =>
        new(ReadColumn(element, place), null, null, Text(Find(element, "DataType")));

    private static string ReadColumn(JsonElement element, int place) =>
        element.ValueKind != JsonValueKind.Object
            ? throw Refusal.InvalidMapping($"Element {place} of the mapping is no JSON object.")
            : Text(Find(element, "Column") ?? Find(element, "Name"))
                ?? throw Refusal.InvalidMapping($"Element {place} of the mapping names no column.");

    private static MappingElement ReadElement(JsonElement element, int place)
    {
        string column = ReadColumn(element, place);
        JsonElement properties = Find(element, "Properties") is { ValueKind: JsonValueKind.Object } inner ? inner : element;
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
