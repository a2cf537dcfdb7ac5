using Azure;
using Azure.Core;

namespace Kusto.Typed.Connection;

/// <summary>An answer of success, whose body is read as it arrives.</summary>
internal sealed class KustoResponse : IDisposable
{
    private readonly HttpMessage _message;

    public KustoResponse(HttpMessage message, Stream content, string clientRequestId)
    {
        _message = message;
        Content = content;
        ClientRequestId = clientRequestId;
    }

    public int Status => _message.Response.Status;

    public Stream Content { get; }

    public string ClientRequestId { get; }

    public string? ActivityId => Header(HeaderNames.ActivityId);

    public string? Header(string name) => Header(_message.Response, name);

    public void Dispose()
    {
        Content.Dispose();
        _message.Dispose();
    }

    public static string? Header(Response response, string name) =>
        response.Headers.TryGetValue(name, out string? value) ? value : null;
}
