using System.Text.Json;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Makes attributes of policies' JSON, as commands take it and as <c>.show</c> answers it.</summary>
internal static class PolicyAttributes
{
    /// <summary>The attributes for one policy, without brackets; none where a type would say nothing.</summary>
    /// <param name="policy">The name that commands have for it.</param>
    /// <param name="json">What it says.</param>
    /// <exception cref="FormatException">Types have no attribute for it, or it is of another shape.</exception>
    public static IReadOnlyList<string> Of(string policy, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        return policy switch
        {
            "streamingingestion" => Streaming(root),
            "ingestionbatching" => [Batching(root)],
            "retention" => [Attribute("KustoRetention", Span(root, "SoftDeletePeriod"), Recoverability(root))],
            "caching" => [Attribute("KustoCaching", Span(root, "DataHotSpan") ?? throw Strange("DataHotSpan"))],
            "roworder" => [Attribute("KustoRowOrder", string.Join(", ", Items(root).Select(RowOrder)))],
            "partitioning" => [PartitioningAttribute.Of(root)],
            "update" => [.. Items(root).Where(IsEnabled).Select(Update)],
            "auto_delete" =>
                [Attribute("KustoAutoDelete", Literal(root, "ExpiryDate"), Flag(root, "DeleteIfNotEmpty"))],
            _ => throw new FormatException("types have no attribute for it"),
        };
    }

    /// <summary>An attribute of its constructor's arguments and its properties; what is null is left out.</summary>
    public static string Attribute(string name, string? constructor, params string?[] properties)
    {
        string arguments = string.Join(", ", properties.Prepend(constructor).Where(argument => argument is not null));
        return arguments.Length == 0 ? name : $"{name}({arguments})";
    }

    public static string? Property(string name, string? value) => value is null ? null : $"{name} = {value}";

    public static string? Number(JsonElement json, string name) => Property(
        name, JsonMembers.Find(json, name) is { ValueKind: JsonValueKind.Number } value ? value.GetRawText() : null);

    public static JsonElement.ArrayEnumerator Items(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw Strange("array");

    public static string? Literal(JsonElement json, string name) =>
        JsonMembers.Text(json, name) is { } text ? CSharpLiteral.Of(text) : null;

    /// <summary>A time span as a literal such as <c>"30d"</c>; answers wrap some in an object.</summary>
    public static string? Span(JsonElement json, string name)
    {
        JsonElement? member = JsonMembers.Find(json, name);
        string? text = member is { ValueKind: JsonValueKind.Object } inner
            ? JsonMembers.Text(inner, "Value")
            : member?.ToString();
        return text is null ? null
            : KustoTimeText.TryParse(text, out TimeSpan span) ? CSharpLiteral.Of(KustoTimeText.ToLiteral(span))
            : throw new FormatException($"its {name} '{text}' is no duration");
    }

    public static FormatException Strange(string lacking) => new($"its JSON has no {lacking}");

    private static IReadOnlyList<string> Streaming(JsonElement root) =>
        JsonMembers.Find(root, "IsEnabled") is { ValueKind: JsonValueKind.True }
            ? [Attribute("KustoStreamingIngestion", null, Number(root, "HintAllocatedRate"))]
            : [];

    private static string? Duration(JsonElement json, string name) => Property(name, Span(json, name));

    private static string? Flag(JsonElement json, string name) =>
        JsonMembers.Find(json, name) is { ValueKind: JsonValueKind.True } ? $"{name} = true" : null;

    private static bool IsEnabled(JsonElement json) =>
        JsonMembers.Find(json, "IsEnabled") is not { ValueKind: JsonValueKind.False };

    private static string Batching(JsonElement json) => Attribute(
        "KustoIngestionBatching",
        null,
        Duration(json, "MaximumBatchingTimeSpan"),
        Number(json, "MaximumNumberOfItems"),
        Number(json, "MaximumRawDataSizeMB"));

    private static string? Word(JsonElement json, string name) => JsonMembers.Find(json, name)?.ToString();

    // Answers may have the number of the enum's member: 0 is disabled, 1 enabled.
    private static string? Recoverability(JsonElement json) => Word(json, "Recoverability") switch
    {
        null => null,
        "Enabled" or "1" => "Recoverability = true",
        "Disabled" or "0" => "Recoverability = false",
        string other => throw new FormatException($"its Recoverability is '{other}'"),
    };

    private static string RowOrder(JsonElement key)
    {
        string column = JsonMembers.Text(key, "ColumnName") ?? throw Strange("ColumnName");
        bool isDescending = Word(key, "Order")?.StartsWith("desc", StringComparison.OrdinalIgnoreCase) == true;
        return CSharpLiteral.Of(isDescending ? column + " desc" : column);
    }

    private static string Update(JsonElement update) => Attribute(
        "KustoUpdate",
        $"{Literal(update, "Source") ?? throw Strange("Source")}, {Literal(update, "Query") ?? throw Strange("Query")}",
        Flag(update, "IsTransactional"),
        Flag(update, "PropagateIngestionProperties"),
        Property("ManagedIdentity", Literal(update, "ManagedIdentity")));
}
