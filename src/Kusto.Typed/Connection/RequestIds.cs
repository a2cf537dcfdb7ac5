namespace Kusto.Typed.Connection;

/// <summary>By which ids a request is found in the service's own records.</summary>
internal readonly record struct RequestIds(string ClientRequestId, string? ActivityId);
