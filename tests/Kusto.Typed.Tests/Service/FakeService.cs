using System.Net;
using System.Text;

namespace Kusto.Typed.Tests.Service;

/// <summary>A service that gives the answers it was told to, one after another, and remembers what it was asked.</summary>
internal sealed class FakeService : HttpMessageHandler
{
    private readonly Queue<Func<Asked, HttpResponseMessage>> _answers = new();

    public List<Asked> Requests { get; } = [];

    public FakeService Answers(int status, string body, params (string Name, string Value)[] headers) =>
        Answers(_ => Response(status, new StringContent(body, Encoding.UTF8, "application/json"), headers));

    public FakeService Answers(HttpContent body) => Answers(_ => Response(200, body, []));

    public FakeService Fails(Exception failure) => Answers(_ => throw failure);

    public FakeService Answers(Func<Asked, HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public KustoConnection Connect(FakeClock? clock = null, KustoConnectionOptions? options = null) =>
        new("http://localhost:8080", With(clock, options));

    public KustoConnectionOptions With(FakeClock? clock = null, KustoConnectionOptions? options = null) =>
        (options ?? new KustoConnectionOptions()) with { MessageHandler = this, TimeProvider = clock ?? new FakeClock() };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []))
        {
            headers[header.Key] = string.Join(",", header.Value);
        }

        Asked asked = new(request.Method.Method, request.RequestUri!, headers, body);
        Requests.Add(asked);
        return _answers.Count > 0
            ? _answers.Dequeue()(asked)
            : throw new InvalidOperationException($"Nothing was told to be answered to {asked.Method} {asked.Uri}.");
    }

    private static HttpResponseMessage Response(
        int status, HttpContent body, (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = body };
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    internal sealed record Asked(
        string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        public string Text => Encoding.UTF8.GetString(Body);
    }
}
