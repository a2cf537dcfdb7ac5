using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Kusto.Typed.Connection;

/// <summary>Sends one request once, and tells what became of it.</summary>
internal sealed class RequestSender(HttpPipeline pipeline, ClientHeaders headers, TimeProvider timeProvider)
{
    private const int MaxErrorBytes = 64 * 1024;

    /// <exception cref="KustoServiceException">The answer is none of success, or none came.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<KustoResponse> SendAsync(
        Uri address, KustoRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string clientRequestId = request.ClientRequestId ?? $"{request.RequestKind};{Guid.NewGuid()}";
        PipelineContent? content = request.Content is null ? null : new PipelineContent(request.Content);
        HttpMessage message = Message(address, request, content, clientRequestId);
        try
        {
            await SendAsync(message, request.Timeout, content, clientRequestId, cancellationToken).ConfigureAwait(false);
            RequestIds ids = new(clientRequestId, KustoResponse.Header(message.Response, HeaderNames.ActivityId));
            ResponseStream body = new(message.Response.ContentStream ?? Stream.Null, request.Timeout, timeProvider, ids);
            if (message.Response.Status is >= 200 and < 300)
            {
                return new KustoResponse(message, body, clientRequestId);
            }

            throw await RefusalAsync(message.Response, body, ids, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private async ValueTask SendAsync(
        HttpMessage message,
        TimeSpan timeout,
        PipelineContent? content,
        string clientRequestId,
        CancellationToken cancellationToken)
    {
        using CancellationTokenSource clock = new(timeout, timeProvider);
        using CancellationTokenRegistration cancelled = cancellationToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(), clock);
        RequestIds ids = new(clientRequestId, ActivityId: null);
        try
        {
            await pipeline.SendAsync(message, clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            string problem = clock.IsCancellationRequested
                ? $"No answer came within {timeout.TotalSeconds:0} seconds."
                : "No connection could be made in time.";
            throw ServiceFailure.NoAnswer(problem, ids, content is null || content.HasBegun, exception);
        }
        catch (Exception exception) when (exception is RequestFailedException or HttpRequestException or IOException)
        {
            bool mayHaveArrived = content?.HasBegun ?? !IsBeforeRequest(exception);
            string problem = mayHaveArrived ? "The connection broke before an answer came" : "No connection could be made";
            throw ServiceFailure.NoAnswer(
                $"{problem} ({message.Request.Uri.Host}): {exception.Message.TrimEnd('.')}.", ids, mayHaveArrived, exception);
        }
    }

    private HttpMessage Message(Uri uri, KustoRequest request, PipelineContent? content, string clientRequestId)
    {
        HttpMessage message = pipeline.CreateMessage();
        message.BufferResponse = false;
        message.NetworkTimeout = Timeout.InfiniteTimeSpan;
        message.Request.Method = RequestMethod.Parse(request.Method.Method);
        message.Request.Uri.Reset(uri);
        message.Request.ClientRequestId = ClientHeaders.Ascii(clientRequestId);
        foreach ((string name, string value) in headers.All)
        {
            message.Request.Headers.SetValue(name, value);
        }

        foreach ((string name, string value) in request.Headers)
        {
            message.Request.Headers.SetValue(name, ClientHeaders.Ascii(value));
        }

        if (request.Content is not null)
        {
            message.Request.Content = content;
            message.Request.Headers.SetValue("Content-Type", request.Content.ContentType);
            if (request.Content.ContentEncoding is { } encoding)
            {
                message.Request.Headers.SetValue("Content-Encoding", encoding);
            }
        }

        return message;
    }

    private async ValueTask<KustoServiceException> RefusalAsync(
        Response response, Stream body, RequestIds ids, CancellationToken cancellationToken)
    {
        ServiceErrorBody error;
        try
        {
            byte[] bytes = new byte[MaxErrorBytes];
            int length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            error = ServiceErrorBody.Parse(Encoding.UTF8.GetString(bytes.AsSpan(0, length)));
        }
        catch (KustoServiceException)
        {
            // The status stands even where the words behind it are lost.
            error = ServiceErrorBody.OfText("");
        }

        // Storage says its code in a header.
        error = error.Code is null ? error with { Code = KustoResponse.Header(response, HeaderNames.ErrorCode) } : error;
        TimeSpan? retryAfter = ServiceFailure.RetryAfter(
            KustoResponse.Header(response, HeaderNames.RetryAfter), timeProvider);
        return ServiceFailure.OfStatus(response.Status, error, ids, retryAfter);
    }

    private static bool IsBeforeRequest(Exception exception) =>
        (exception as HttpRequestException ?? exception.InnerException as HttpRequestException)?.HttpRequestError
            is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;
}
