using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Management;

/// <summary>Whether what a policy declares is what was found: by meaning, not by text.</summary>
/// <remarks>
/// The service spells a timespan in more than one way, gives some enums as numbers, wraps some values and adds members of
/// its own. Only what is declared is compared; what is absent or null there is the service's default.
/// </remarks>
internal static class PolicyValues
{
    private static readonly Dictionary<string, string> s_defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SoftDeletePeriod"] = "365000.00:00:00",
        ["Recoverability"] = "Enabled",
        ["MaximumBatchingTimeSpan"] = "00:05:00",
        ["MaximumNumberOfItems"] = "500",
        ["MaximumRawDataSizeMB"] = "1024",
        ["IsTransactional"] = "false",
        ["PropagateIngestionProperties"] = "false",
        ["DeleteIfNotEmpty"] = "false",
        ["OverrideCreationTime"] = "false",
        ["Seed"] = "1",
    };

    // Enums that are answered as numbers, by the member that has them.
    private static readonly Dictionary<string, string[]> s_enums = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Kind"] = ["", "Hash", "UniformRange"],
        ["PartitionAssignmentMode"] = ["Default", "Uniform", "ByPartition"],
        ["Recoverability"] = ["Disabled", "Enabled"],
    };

    public static bool Match(JsonElement declared, JsonElement found) => Match("", declared, found);

    public static bool TrySpan(string? text, out TimeSpan span)
    {
        span = default;
        return text is not null && text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span);
    }

    public static bool TryTime(string? text, out DateTime time)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        time = default;
        return text is ['0' or '1' or '2', _, _, _, '-', ..] && DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out time);
    }

    private static bool Match(string name, JsonElement declared, JsonElement? stored)
    {
        if (stored is not { } found)
        {
            return s_defaults.TryGetValue(name, out string? value) && SameText(name, Text(declared), value);
        }

        return declared.ValueKind switch
        {
            JsonValueKind.Object => declared.EnumerateObject()
                .All(member => Match(member.Name, member.Value, JsonMembers.Find(found, member.Name))),
            JsonValueKind.Array => found.ValueKind == JsonValueKind.Array
                && declared.GetArrayLength() == found.GetArrayLength()
                && declared.EnumerateArray().Zip(found.EnumerateArray()).All(pair => Match("", pair.First, pair.Second)),
            _ => found.ValueKind == JsonValueKind.Object && JsonMembers.Find(found, "Value") is { } wrapped
                ? SameText(name, Text(declared), Text(wrapped))
                : SameText(name, Text(declared), Text(found)),
        };
    }

    private static bool SameText(string name, string declared, string found)
    {
        if (TrySpan(declared, out TimeSpan span) && TrySpan(found, out TimeSpan other))
        {
            return span == other;
        }

        if (TryTime(declared, out DateTime time) && TryTime(found, out DateTime otherTime))
        {
            return time == otherTime;
        }

        if (double.TryParse(declared, CultureInfo.InvariantCulture, out double number)
            && double.TryParse(found, CultureInfo.InvariantCulture, out double otherNumber))
        {
            return number.Equals(otherNumber);
        }

        bool isNumber = int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out int place);
        string named = isNumber && s_enums.TryGetValue(name, out string[]? names) && place < names.Length ? names[place] : found;

        // Queries and names are compared to the letter; words of the service in any case.
        return name is "Query" or "Source" or "ColumnName"
            ? declared == named
            : declared.Equals(named, StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
