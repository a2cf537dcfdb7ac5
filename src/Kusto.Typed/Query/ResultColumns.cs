using System.Text.Json;

namespace Kusto.Typed.Query;

/// <summary>The columns of a result.</summary>
internal sealed class ResultColumns
{
    private readonly bool[] _isDynamic;

    private ResultColumns(string[] names, bool[] isDynamic)
    {
        Names = names;
        _isDynamic = isDynamic;
    }

    public IReadOnlyList<string> Names { get; }

    public int Count => _isDynamic.Length;

    public bool IsDynamic(int place) => _isDynamic[place];

    /// <summary>Reads <c>[{"ColumnName":…,"ColumnType":…}]</c>; older answers have a <c>DataType</c> alone.</summary>
    public static ResultColumns Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The columns are no array.");
        }

        List<string> names = [];
        List<bool> isDynamic = [];
        foreach (JsonElement column in json.EnumerateArray())
        {
            names.Add(Text(column, "ColumnName") ?? throw new JsonException("A column has no name."));
            isDynamic.Add((Text(column, "ColumnType") ?? Text(column, "DataType")) is "dynamic" or "Object" or "System.Object");
        }

        return new ResultColumns([.. names], [.. isDynamic]);
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
