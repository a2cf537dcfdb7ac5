using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>An answer as JSON that leaves piece by piece, however long it becomes.</summary>
internal sealed class JsonAnswer : IAsyncDisposable
{
    public const string ContentType = "application/json; charset=utf-8";

    private const int PieceBytes = 64 * 1024;

    private readonly HttpContext _context;
    private long _sentBytes;

    public JsonAnswer(HttpContext context)
    {
        _context = context;
        context.Response.ContentType = ContentType;
        Json = new Utf8JsonWriter(
            context.Response.BodyWriter,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public Utf8JsonWriter Json { get; }

    /// <summary>Sends what was written, once it is worth a piece.</summary>
    public async ValueTask SendIfLargeAsync()
    {
        if (Json.BytesCommitted + Json.BytesPending - _sentBytes >= PieceBytes)
        {
            await SendAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await SendAsync().ConfigureAwait(false);
        await Json.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask SendAsync()
    {
        await Json.FlushAsync(_context.RequestAborted).ConfigureAwait(false);
        _sentBytes = Json.BytesCommitted;
        await _context.Response.BodyWriter.FlushAsync(_context.RequestAborted).ConfigureAwait(false);
    }
}
