using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads the JSON of a CSV mapping: the shape that commands take, and the older one that <c>.show</c> answers in.</summary>
/// <remarks>
/// Names of members are read without regard to case, and an ordinal as a number or a text, as the service does.
/// </remarks>
public static class MappingParser
{
    /// <summary>Reads the entries of a mapping.</summary>
    /// <exception cref="FormatException">The text is no JSON, no array of objects, or an ordinal is no number.</exception>
    public static IReadOnlyList<StoredMappingEntry> Parse(string json)
    {
        using JsonDocument document = JsonMembers.Parse(json, "a mapping");
        JsonElement mapping = document.RootElement;
        if (mapping.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException($"A mapping is a JSON array of objects; found {JsonMembers.Kind(mapping)}.");
        }

        return [.. mapping.EnumerateArray().Select(Entry)];
    }

    private static StoredMappingEntry Entry(JsonElement entry, int place)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException(
                $"Entry {place} of the mapping is {JsonMembers.Kind(entry)}; expected an object with 'Column' and 'Properties'.");
        }

        JsonElement? properties = JsonMembers.Find(entry, "Properties");
        return new StoredMappingEntry(JsonMembers.Text(entry, "Column") ?? JsonMembers.Text(entry, "Name") ?? "")
        {
            DataType = NullIfEmpty(
                JsonMembers.Text(entry, "DataType") ?? JsonMembers.Text(entry, "CsvDataType")),
            Ordinal = Ordinal(Property("Ordinal"), place),
            ConstantValue = Property("ConstValue") is { } constant ? constant.ToString() : null,
            Transform = NullIfEmpty(Property("Transform")?.ToString()) is { } transform and not "None" ? transform : null,
        };

        JsonElement? Property(string name) =>
            JsonMembers.Find(entry, name)
            ?? (properties is { ValueKind: JsonValueKind.Object } inner ? JsonMembers.Find(inner, name) : null);
    }

    private static int? Ordinal(JsonElement? value, int place)
    {
        string? text = NullIfEmpty(value?.ToString());
        return text is null ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal) ? ordinal
            : throw new FormatException($"Entry {place} of the mapping has the ordinal '{text}'; an ordinal is a number from 0.");
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
