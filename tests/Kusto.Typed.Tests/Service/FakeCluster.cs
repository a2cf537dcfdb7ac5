using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Kusto.Typed.Tests.Service;

/// <summary>
/// A cluster with data management and storage that answers every request as it should, but for those that a test lets
/// fail, and remembers them all.
/// </summary>
internal sealed class FakeCluster : HttpMessageHandler
{
    public const string Key = "sig=PLANTED%2Bkey";

    private readonly object _gate = new();
    private readonly List<FakeService.Asked> _requests = [];
    private readonly List<(Func<FakeService.Asked, bool> Meets, int Left, Func<HttpResponseMessage> Answer)> _failures = [];

    /// <summary>The configuration as JSON; null: the endpoint has none.</summary>
    public string? Configuration { get; set; } = ConfigurationOf("Rest", "one", "two");

    /// <summary>The mappings that the table has.</summary>
    public List<string> Mappings { get; } = [Ingestion.Reading.Schema.Mapping.Name];

    /// <summary>What an operation, a status entity or the report queues say, as JSON; null: that it is pending.</summary>
    public Func<FakeService.Asked, string?> Status { get; set; } = _ => null;

    public IReadOnlyList<FakeService.Asked> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public IReadOnlyList<FakeService.Asked> Streamed => Of("/v1/rest/ingest/");

    public IReadOnlyList<FakeService.Asked> Submissions =>
        [.. Of("/v1/rest/ingestion/queued/").Where(asked => asked.Method == "POST")];

    public IReadOnlyList<FakeService.Asked> Messages => [.. Of("/ready").Where(asked => asked.Method == "POST")];

    public IReadOnlyList<FakeService.Asked> Blobs => [.. Requests.Where(asked => asked.Method == "PUT")];

    public IReadOnlyList<string> Commands => [.. Of("/v1/rest/mgmt").Select(Command)];

    public static string ConfigurationOf(string method, params string[] accounts)
    {
        string containers = string.Join(
            ",", accounts.Select(account => "{\"path\":\"http://127.0.0.1:9/" + account + "/staged?" + Key + "\"}"));
        return $$"""
            {"containerSettings":{"containers":[{{containers}}],"lakeFolders":[],"refreshInterval":"00:30:00",
              "preferredUploadMethod":"Storage"},
             "ingestionSettings":{"maxBlobsPerBatch":20,"maxDataSize":6442450944,"preferredIngestionMethod":"{{method}}"} }
            """;
    }

    public KustoConnection Connect(TimeProvider? clock = null, KustoRetryOptions? retry = null) =>
        new("http://localhost:8080", new KustoConnectionOptions
        {
            MessageHandler = this,
            TimeProvider = clock ?? new FakeClock(),
            Retry = retry ?? new KustoRetryOptions(),
        });

    /// <summary>The next requests that meet a condition are answered otherwise.</summary>
    public FakeCluster Fails(Func<FakeService.Asked, bool> meets, int status, string body = "", int times = 1, string? retryAfter = null) =>
        Fails(meets, () => Answer(status, body, retryAfter), times);

    public FakeCluster Fails(Func<FakeService.Asked, bool> meets, Func<HttpResponseMessage> answer, int times = 1)
    {
        lock (_gate)
        {
            _failures.Add((meets, times, answer));
        }

        return this;
    }

    public static bool IsStreaming(FakeService.Asked asked) => asked.Uri.AbsolutePath.StartsWith("/v1/rest/ingest/", StringComparison.Ordinal);

    public static bool IsSubmission(FakeService.Asked asked) =>
        asked.Method == "POST" && asked.Uri.AbsolutePath.StartsWith("/v1/rest/ingestion/queued/", StringComparison.Ordinal);

    public static bool IsMessage(FakeService.Asked asked) =>
        asked.Method == "POST" && asked.Uri.AbsolutePath.Contains("/ready", StringComparison.Ordinal);

    public static bool IsUpload(FakeService.Asked asked) => asked.Method == "PUT";

    public static bool IsCommand(FakeService.Asked asked, string text) =>
        asked.Uri.AbsolutePath == "/v1/rest/mgmt" && Command(asked).Contains(text, StringComparison.Ordinal);

    public static string Command(FakeService.Asked asked)
    {
        using JsonDocument body = JsonDocument.Parse(asked.Text);
        return body.RootElement.GetProperty("csl").GetString()!;
    }

    public static string Unpacked(FakeService.Asked asked)
    {
        using GZipStream gzip = new(new MemoryStream(asked.Body), CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static JsonElement MessageOf(FakeService.Asked asked)
    {
        string text = XDocument.Parse(asked.Text).Root!.Element("MessageText")!.Value;
        return JsonDocument.Parse(Convert.FromBase64String(text)).RootElement;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []))
        {
            headers[header.Key] = string.Join(",", header.Value);
        }

        FakeService.Asked asked = new(request.Method.Method, request.RequestUri!, headers, body);
        lock (_gate)
        {
            _requests.Add(asked);
            int place = _failures.FindIndex(failure => failure.Meets(asked));
            if (place >= 0)
            {
                var (meets, left, answer) = _failures[place];
                _failures.RemoveAt(place);
                if (left > 1)
                {
                    _failures.Insert(place, (meets, left - 1, answer));
                }

                return answer();
            }
        }

        return Answer(asked);
    }

    private HttpResponseMessage Answer(FakeService.Asked asked)
    {
        string path = asked.Uri.AbsolutePath;
        return path switch
        {
            "/v1/rest/ingestion/configuration" =>
                Configuration is null ? Answer(404, V1.Error("NotFound", "no such path", permanent: true)) : Answer(200, Configuration),
            "/v1/rest/mgmt" => Answer(200, Table(Command(asked))),
            _ when IsSubmission(asked) => Answer(200, """{"ingestionOperationId":"operation-1"}"""),
            _ when path.StartsWith("/v1/rest/ingestion/queued/", StringComparison.Ordinal) =>
                Answer(200, Status(asked) ?? """{"status":{"succeeded":0,"failed":0,"inProgress":1,"canceled":0},"details":[]}"""),
            _ when IsStreaming(asked) => Answer(200, V1.Table(["Anything"], ["1"])),
            _ when path.Contains("/status", StringComparison.Ordinal) =>
                asked.Method == "POST" ? Answer(204, "") : Answer(200, Status(asked) ?? """{"Status":"Pending"}"""),
            _ when path.EndsWith("/messages", StringComparison.Ordinal) && asked.Method == "GET" => Answer(200, Peeked(Status(asked))),
            _ => Answer(201, ""),
        };
    }

    private string Table(string command) => command switch
    {
        ".get ingestion resources" => V1.Table(
            ["ResourceTypeName", "StorageRoot"],
            Resource("TempStorage", "one/staged"),
            Resource("TempStorage", "two/staged"),
            Resource("SecuredReadyForAggregationQueue", "one/ready"),
            Resource("SecuredReadyForAggregationQueue", "two/ready"),
            Resource("FailedIngestionsQueue", "one/failed"),
            Resource("SuccessfulIngestionsQueue", "one/succeeded"),
            Resource("IngestionsStatusTable", "one/status")),
        ".get kusto identity token" => V1.Table(["AuthorizationContext"], [V1.Text("PLANTED-identity")]),
        _ when command.StartsWith(".show table", StringComparison.Ordinal) =>
            V1.Table(["Name", "Kind"], [.. Mappings.Select(name => new[] { V1.Text(name), V1.Text("Csv") })]),
        _ => V1.Table(["ExtentId"], [V1.Text("00000000-0000-0000-0000-000000000001")]),
    };

    private static string[] Resource(string type, string path) =>
        [V1.Text(type), V1.Text($"http://127.0.0.1:9/{path}?{Key}")];

    private static string Peeked(string? report) => report is null
        ? "<QueueMessagesList/>"
        : $"<QueueMessagesList><QueueMessage><MessageText>{Convert.ToBase64String(Encoding.UTF8.GetBytes(report))}</MessageText></QueueMessage></QueueMessagesList>";

    private IReadOnlyList<FakeService.Asked> Of(string path) =>
        [.. Requests.Where(asked => asked.Uri.AbsolutePath.Contains(path, StringComparison.Ordinal))];

    private static HttpResponseMessage Answer(int status, string body, string? retryAfter = null)
    {
        HttpResponseMessage response = new((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }
}
