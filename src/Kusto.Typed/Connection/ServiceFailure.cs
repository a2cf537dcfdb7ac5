using System.Globalization;
using Azure;

namespace Kusto.Typed.Connection;

/// <summary>Makes a <see cref="KustoServiceException"/> of what went wrong, and judges it.</summary>
internal static class ServiceFailure
{
    /// <summary>An answer whose status is none of success.</summary>
    public static KustoServiceException OfStatus(int status, ServiceErrorBody body, RequestIds ids, TimeSpan? retryAfter)
    {
        bool isThrottled = status == 429 || IsThrottling(body);
        bool isPermanent = body.IsPermanent ?? !(isThrottled || IsTransient(status));
        return new KustoServiceException(Message($"The service answered {status}", body, ids))
        {
            Status = status,
            Code = body.Code,
            IsPermanent = isPermanent,
            IsThrottled = isThrottled,
            IsOutcomeUnknown = status is 408 or >= 500 and not 503 && !isThrottled && body.IsPermanent != true,
            RetryAfter = retryAfter,
            ClientRequestId = ids.ClientRequestId,
            ActivityId = ids.ActivityId ?? body.ActivityId,
        };
    }

    /// <summary>An error that stands inside of an answer of success.</summary>
    public static KustoServiceException InAnswer(ServiceErrorBody body, RequestIds ids)
    {
        bool isThrottled = IsThrottling(body);
        bool isPermanent = body.IsPermanent ?? !isThrottled;
        return new KustoServiceException(Message("The service began an answer that ends in an error", body, ids))
        {
            Status = 200,
            Code = body.Code,
            IsPermanent = isPermanent,
            IsThrottled = isThrottled,
            IsOutcomeUnknown = !isPermanent,
            ClientRequestId = ids.ClientRequestId,
            ActivityId = ids.ActivityId ?? body.ActivityId,
        };
    }

    /// <summary>An answer of success that broke off, or that is not what the protocol says.</summary>
    public static KustoServiceException BrokenAnswer(string problem, RequestIds ids, Exception? cause = null) =>
        new($"{problem} Request {ids.ClientRequestId}.", cause)
        {
            Status = 200,
            IsOutcomeUnknown = true,
            ClientRequestId = ids.ClientRequestId,
            ActivityId = ids.ActivityId,
        };

    /// <summary>No answer at all.</summary>
    public static KustoServiceException NoAnswer(string problem, RequestIds ids, bool isOutcomeUnknown, Exception cause) =>
        new($"{problem} Request {ids.ClientRequestId}.", cause)
        {
            IsOutcomeUnknown = isOutcomeUnknown,
            ClientRequestId = ids.ClientRequestId,
        };

    /// <summary>The credential gave no token, so nothing was sent.</summary>
    public static KustoServiceException NoToken(string host, RequestIds ids, Exception cause) =>
        new($"No token could be had for {host} ({cause.GetType().Name}): {ServiceErrorBody.OfText(cause.Message).Message}", cause)
        {
            IsPermanent = !IsPassing(cause),
            ClientRequestId = ids.ClientRequestId,
        };

    /// <summary>Reads the header, which is a number of seconds or a date.</summary>
    public static TimeSpan? RetryAfter(string? header, TimeProvider timeProvider)
    {
        if (double.TryParse(header, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && double.IsFinite(seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds));
        }

        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, Style, out DateTimeOffset date))
        {
            return null;
        }

        TimeSpan wait = date - timeProvider.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static bool IsPassing(Exception? cause) => cause switch
    {
        null => false,
        HttpRequestException or IOException or TimeoutException => true,
        RequestFailedException { Status: 0 or 429 or >= 500 } => true,
        _ => IsPassing(cause.InnerException),
    };

    private static bool IsTransient(int status) => status is 408 or 429 or >= 500;

    private static bool IsThrottling(ServiceErrorBody body) =>
        (body.Code?.Contains("Throttl", StringComparison.OrdinalIgnoreCase) ?? false)
        || (body.Type?.Contains("Throttl", StringComparison.OrdinalIgnoreCase) ?? false);

    private static string Message(string opening, ServiceErrorBody body, RequestIds ids) =>
        $"{opening}{(body.Code is null ? "" : $" ({body.Code})")}: "
        + $"{body.Message ?? "it says nothing more."} Request {ids.ClientRequestId}.";
}
