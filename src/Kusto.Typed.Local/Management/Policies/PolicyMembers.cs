using System.Globalization;
using System.Text;
using System.Text.Json;
using Kusto.Typed.Local.Values;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>The members of a policy's JSON object, read one by one; their names are read in any case.</summary>
internal sealed class PolicyMembers
{
    private readonly PolicyKind _kind;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _known = [];

    private PolicyMembers(JsonElement json, PolicyKind kind)
    {
        _kind = kind;
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw kind.Invalid($"it is no JSON object but {Shown(json)}");
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            _members[member.Name] = member.Value;
        }
    }

    public static PolicyMembers Parse(string json, PolicyKind kind) => new(ParseJson(json, kind), kind);

    /// <summary>Reads an array of objects.</summary>
    public static IReadOnlyList<PolicyMembers> ParseList(string json, PolicyKind kind) =>
        List(ParseJson(json, kind), kind, "it");

    /// <summary>These, and of <paramref name="before"/> those that are not said here.</summary>
    public PolicyMembers Over(PolicyMembers before)
    {
        foreach ((string name, JsonElement value) in before._members)
        {
            _members.TryAdd(name, value);
        }

        return this;
    }

    /// <summary>What a policy cannot do without.</summary>
    public T Require<T>(T? value, string name)
        where T : class => value ?? throw _kind.Invalid($"it lacks {name}");

    /// <inheritdoc cref="Require{T}(T, string)"/>
    public T Require<T>(T? value, string name)
        where T : struct => value ?? throw _kind.Invalid($"it lacks {name}");

    public string? Text(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(name, value, "a text");

    public bool? Bool(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong(name, value, "true or false");

    public long? Number(string name, long least, long most) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number)
            && number >= least && number <= most
            ? number
        : throw Wrong(name, value, $"a whole number from {least} to {most}");

    public double? Rate(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and <= double.MaxValue and var rate ? rate
        : throw Wrong(name, value, "a number of 0 or more");

    public TimeSpan? Span(string name, TimeSpan least, TimeSpan most) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String
            && TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out TimeSpan span)
            && span >= least && span <= most
            ? span
        : throw Wrong(name, value, $"a timespan from \"{least:c}\" to \"{most:c}\"");

    public DateTime? Time(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String
            && InstantText.TryParse(Encoding.UTF8.GetBytes(value.GetString()!), out DateTime time) // a string has a text
            ? time
        : throw Wrong(name, value, "a datetime in ISO 8601");

    /// <summary>One of several names, or its number: the service shows some policies with those.</summary>
    /// <param name="name">The member.</param>
    /// <param name="first">The number of the first choice.</param>
    /// <param name="choices">The names.</param>
    public string? Choice(string name, int first, params ReadOnlySpan<string> choices)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        string text = value.ToString();
        for (int place = 0; place < choices.Length; place++)
        {
            if (string.Equals(choices[place], text, StringComparison.OrdinalIgnoreCase)
                || (value.ValueKind == JsonValueKind.Number
                    && text == (first + place).ToString(CultureInfo.InvariantCulture)))
            {
                return choices[place];
            }
        }

        throw Wrong(name, value, string.Join(" or ", choices.ToArray()));
    }

    public PolicyMembers? Object(string name) => Find(name) is { } value ? new PolicyMembers(value, _kind) : null;

    public IReadOnlyList<PolicyMembers>? Objects(string name) =>
        Find(name) is { } value ? List(value, _kind, name) : null;

    /// <summary>Passes over a member that the service alone sets, but shows.</summary>
    public void Ignore(string name) => Find(name);

    /// <summary>Refuses what nobody has asked for: a name that is mistyped would else be lost in silence.</summary>
    public void ExpectNoOther()
    {
        string? other = _members.Keys.FirstOrDefault(name => !_known.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (other is not null)
        {
            throw _kind.Invalid($"it has the member '{other}' and takes only {string.Join(", ", _known)}");
        }
    }

    private static JsonElement ParseJson(string json, PolicyKind kind)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException exception)
        {
            throw kind.Invalid("it is no JSON: " + exception.Message.TrimEnd('.'));
        }
    }

    private static IReadOnlyList<PolicyMembers> List(JsonElement value, PolicyKind kind, string what) =>
        value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => new PolicyMembers(item, kind))]
            : throw kind.Invalid($"{what} is no JSON array but {Shown(value)}");

    // Null is the same as absent.
    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _members.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
    }

    private RequestRefusedException Wrong(string name, JsonElement found, string expected) =>
        _kind.Invalid($"{name} is {Shown(found)} and takes {expected}");

    private static string Shown(JsonElement json)
    {
        const int Longest = 40;
        string text = json.GetRawText();
        return text.Length > Longest ? text[..Longest] + "..." : text;
    }
}
