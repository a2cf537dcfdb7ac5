using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>What data management says of queued ingestion: <c>GET /v1/rest/ingestion/configuration</c>.</summary>
/// <remarks>No record, since its addresses carry keys that must not be printed.</remarks>
internal sealed class IngestionConfiguration
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    private IngestionConfiguration()
    {
    }

    /// <summary>The endpoint has no configuration: it is of the time before the REST protocol.</summary>
    public static IngestionConfiguration Absent { get; } = new();

    public IReadOnlyList<Uri> Containers { get; private init; } = [];

    /// <summary>True where there is no container, only folders in OneLake.</summary>
    public bool IsLakeOnly { get; private init; }

    /// <summary>True where blobs are to be submitted by REST.</summary>
    public bool PrefersRest { get; private init; }

    /// <summary>How long the configuration may be kept.</summary>
    public TimeSpan Lifetime { get; private init; } = s_longest;

    /// <exception cref="KustoTypedException">It is not what the protocol says.</exception>
    public static IngestionConfiguration Parse(string json, Uri endpoint)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement, endpoint);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new KustoTypedException(
                $"{endpoint.Host} does not describe its ingestion as JSON (v1/rest/ingestion/configuration).", exception);
        }
    }

    private static IngestionConfiguration Read(JsonElement root, Uri endpoint)
    {
        JsonElement? container = JsonMember.Find(root, "containerSettings");
        JsonElement? ingestion = JsonMember.Find(root, "ingestionSettings");
        string method = JsonMember.Text(ingestion, "preferredIngestionMethod") ?? "";
        Uri[] containers = [.. Paths(container, "containers").Select(path => StorageAddress.Checked(path, endpoint))];
        return new IngestionConfiguration
        {
            Containers = containers,
            IsLakeOnly = containers.Length == 0 && Paths(container, "lakeFolders").Any(),

            // The documentation says V2, its example REST, and the service's own client Rest.
            PrefersRest = method.Equals("V2", StringComparison.OrdinalIgnoreCase)
                || method.Equals("Rest", StringComparison.OrdinalIgnoreCase),
            Lifetime = LifetimeOf(JsonMember.Text(container, "refreshInterval")),
        };
    }

    private static IEnumerable<string?> Paths(JsonElement? settings, string name) =>
        JsonMember.Find(settings, name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(entry => JsonMember.Text(entry, "path"))
            : [];

    private static TimeSpan LifetimeOf(string? interval) =>
        TimeSpan.TryParse(interval, CultureInfo.InvariantCulture, out TimeSpan time) && time > TimeSpan.Zero && time < s_longest
            ? time
            : s_longest;
}
