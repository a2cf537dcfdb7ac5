namespace Kusto.Typed.Connection;

internal static class HeaderNames
{
    public const string ActivityId = "x-ms-activity-id";
    public const string Application = "x-ms-app";
    public const string ClientVersion = "x-ms-client-version";
    public const string ErrorCode = "x-ms-error-code";
    public const string RetryAfter = "Retry-After";
    public const string User = "x-ms-user";
    public const string Version = "x-ms-version";
}
