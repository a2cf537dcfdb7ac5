namespace Kusto.Typed.Connection;

internal enum KustoEndpoint
{
    /// <summary>Queries, commands, streaming ingestion.</summary>
    Engine,

    /// <summary>Data management: queued ingestion.</summary>
    Ingest,
}

/// <summary>One request to the service, complete but for who sends it.</summary>
internal sealed record KustoRequest
{
    /// <summary>Long enough for a command's default of 10 minutes.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(630);

    public required HttpMethod Method { get; init; }

    /// <summary>Path and query, encoded, relative to the root of the endpoint: see <see cref="PathOf"/>.</summary>
    public string Path { get; init; } = "";

    public KustoEndpoint Endpoint { get; init; }

    public KustoRequestContent? Content { get; init; }

    /// <summary>What stands before the guid in the id of the request.</summary>
    public string RequestKind { get; init; } = "KTC.execute";

    /// <summary>The whole id of the request; null: a new one of <see cref="RequestKind"/> for each sending.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Headers beyond those that every request has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The longest wait for the answer to begin, and then for each part of it.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>A path of segments, each encoded.</summary>
    /// <exception cref="ArgumentException">
    /// A segment is a dot or two, which no encoding keeps from being resolved.
    /// </exception>
    public static string PathOf(params ReadOnlySpan<string> segments)
    {
        string[] encoded = new string[segments.Length];
        for (int place = 0; place < segments.Length; place++)
        {
            encoded[place] = segments[place] is "." or ".." or ""
                ? throw new ArgumentException($"'{segments[place]}' cannot be part of a request's path.", nameof(segments))
                : Uri.EscapeDataString(segments[place]);
        }

        return string.Join('/', encoded);
    }
}
