namespace Kusto.Typed.Local;

/// <summary>A request that is answered with an error, in the words of the service.</summary>
internal sealed class RequestRefusedException(
    int status, string code, string type, string message, bool permanent = true) : KustoTypedException(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>The name of the service's exception type.</summary>
    public string Type => type;

    public bool Permanent => permanent;

    /// <summary>The header <c>Retry-After</c>; null: none.</summary>
    public string? RetryAfter { get; init; }
}
