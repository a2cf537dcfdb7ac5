using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Tests.Commands;

/// <summary>An element of a CSV mapping, as System.Text.Json reads it.</summary>
internal sealed record MappingElement(string Column, string Ordinal)
{
    /// <summary>Reads a mapping strictly: an array of objects with a column and an ordinal each, and nothing else.</summary>
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
        string ordinal = properties.GetProperty("Ordinal").GetString()!;
        _ = int.Parse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture);
        return element.EnumerateObject().Count() == 2 && properties.EnumerateObject().Count() == 1
            ? new MappingElement(element.GetProperty("Column").GetString()!, ordinal)
            : throw new FormatException("an element has members that are not expected");
    }
}
