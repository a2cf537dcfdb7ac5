using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed;

/// <summary>A row of a <see cref="KustoCommandResult"/>, its values by the names of the columns.</summary>
public sealed class KustoCommandRow
{
    private readonly KustoCommandResult _result;
    private readonly JsonElement[] _values;

    internal KustoCommandRow(KustoCommandResult result, JsonElement[] values)
    {
        _result = result;
        _values = values;
    }

    /// <summary>The value as it came.</summary>
    /// <exception cref="KustoTypedException">The result has no such column.</exception>
    public JsonElement this[string column] => _values[_result.Ordinal(column)];

    /// <summary>The value as text: a string's own, anything else as its JSON; null for a null.</summary>
    /// <exception cref="KustoTypedException">The result has no such column.</exception>
    public string? GetString(string column)
    {
        JsonElement value = this[column];
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        };
    }

    /// <summary>The value as a number; null for a null.</summary>
    /// <exception cref="KustoTypedException">
    /// The result has no such column, or the value is no number of 64 bits.
    /// </exception>
    public long? GetInt64(string column)
    {
        string? text = GetString(column);
        if (text is null)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new KustoTypedException($"The value in column '{column}' of the command's result is no long.");
    }

    /// <summary>The value as true or false, however the service spells it; null for a null.</summary>
    /// <exception cref="KustoTypedException">The result has no such column, or the value is neither.</exception>
    public bool? GetBoolean(string column) => GetString(column) switch
    {
        null => null,
        "true" or "True" or "1" => true,
        "false" or "False" or "0" => false,
        _ => throw new KustoTypedException($"The value in column '{column}' of the command's result is no bool."),
    };
}
