using System.Globalization;
using System.Text;

namespace Kusto.Typed.Schema;

/// <summary>A JSON object of what is declared: what is null is left out.</summary>
internal sealed class PolicyJson
{
    private readonly StringBuilder _json = new("{");

    public PolicyJson Add(string name, string? text)
    {
        if (text is not null)
        {
            StringBuilder json = Begin(name);
            JsonText.AppendString(json, text);
        }

        return this;
    }

    public PolicyJson Add(string name, int? number) =>
        AddRaw(name, number?.ToString(CultureInfo.InvariantCulture));

    public PolicyJson Add(string name, bool? value) =>
        AddRaw(name, value switch { null => null, true => "true", false => "false" });

    public PolicyJson Add(string name, TimeSpan? duration) =>
        Add(name, duration is { } value ? KustoTimeText.ToJson(value) : null);

    public PolicyJson AddRaw(string name, string? json)
    {
        if (json is not null)
        {
            Begin(name).Append(json);
        }

        return this;
    }

    public override string ToString() => _json + "}";

    private StringBuilder Begin(string name) =>
        _json.Append(_json.Length > 1 ? "," : "").Append('"').Append(name).Append("\":");
}
