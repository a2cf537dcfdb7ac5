using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Tests.Commands;

/// <summary>An element of a CSV mapping, as System.Text.Json reads it.</summary>
internal sealed record MappingElement(string Column, string? Ordinal)
{
    // The ways in which the service lets a column be filled.
    private static readonly string[] s_ways = ["Ordinal", "ConstValue", "Transform", "Ordinal Transform"];

    /// <summary>
    /// Reads a mapping strictly: an array of objects with a column and one of the ways to fill it each, and nothing else.
    /// </summary>
    public static IReadOnlyList<MappingElement> Read(string json, out string? problem)
    {
        List<MappingElement> elements = [];
        problem = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            foreach (JsonElement element in document.RootElement.EnumerateArray())
            {
                elements.Add(Read(element));
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            problem = $"the mapping's JSON is not as it should be: {wrong.Message}";
        }

        return elements;
    }

    private static MappingElement Read(JsonElement element)
    {
        JsonElement properties = element.GetProperty("Properties");
        string? ordinal = properties.TryGetProperty("Ordinal", out JsonElement place) ? place.GetString()! : null;
        _ = int.Parse(ordinal ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);
        string way = string.Join(' ', properties.EnumerateObject().Select(property => property.Name));
        return element.EnumerateObject().Count() == 2 && s_ways.Contains(way)
            ? new MappingElement(element.GetProperty("Column").GetString()!, ordinal)
            : throw new FormatException("an element has members that are not expected");
    }
}
