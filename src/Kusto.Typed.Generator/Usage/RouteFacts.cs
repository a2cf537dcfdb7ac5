namespace Kusto.Typed.Generator.Usage;

/// <summary>What the routes of an ingestor look at, by the names of its options and routes.</summary>
internal static class RouteFacts
{
    public const string Default = "Managed";

    private static readonly Dictionary<string, string[]> s_routesOfOptions = new(StringComparer.Ordinal)
    {
        ["MaxStreamingBatchBytes"] = ["Managed", "Streaming"],
        ["MaxQueuedBatchBytes"] = ["Managed", "Queued"],
        ["MaxInlineBatchBytes"] = ["Inline"],
        ["QueuedProtocol"] = ["Managed", "Queued"],
        ["EnsureMapping"] = ["Managed", "Queued"],
        ["Compression"] = ["Managed", "Streaming", "Queued"],
    };

    /// <summary>The options that every route looks at.</summary>
    public static IReadOnlyList<string> OptionsOfAll { get; } =
        ["Route", "MaxBatchesInFlight", "FlushInterval", "ValuePolicy", "OnRowSkipped"];

    /// <summary>The options that some routes look at.</summary>
    public static IReadOnlyCollection<string> OptionsOfSome => s_routesOfOptions.Keys;

    /// <summary>The routes that look at an option; null: all do.</summary>
    public static IReadOnlyList<string>? RoutesOfOption(string option) =>
        s_routesOfOptions.TryGetValue(option, out string[]? routes) ? routes : null;

    /// <summary>The routes that carry properties of a type; null: the type is not known.</summary>
    public static IReadOnlyList<string>? RoutesOfProperties(string type) =>
        type switch
        {
            IngestorCalls.QueuedProperties => ["Managed", "Queued"],
            IngestorCalls.InlineProperties => ["Inline"],
            _ => null,
        };
}
