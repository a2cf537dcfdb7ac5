using System.Text.Json;

namespace Kusto.Typed.Connection;

/// <summary>What a cluster says of how its users sign in.</summary>
internal sealed record CloudMetadata(Uri LoginEndpoint, string Scope)
{
    private const string DefaultResource = "https://kusto.kusto.windows.net";

    /// <summary>What holds where the cluster says nothing.</summary>
    public static CloudMetadata Default { get; } = Of(KustoCloud.DefaultLoginEndpoint, DefaultResource, isMfaRequired: false);

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static CloudMetadata Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return Default;
        }

        using JsonDocument document = JsonDocument.Parse(utf8);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("AzureAD", out JsonElement azure)
            || azure.ValueKind != JsonValueKind.Object)
        {
            return Default;
        }

        Uri login = Uri.TryCreate(Text(azure, "LoginEndpoint"), UriKind.Absolute, out Uri? given)
            ? given
            : KustoCloud.DefaultLoginEndpoint;
        bool isMfaRequired = azure.TryGetProperty("LoginMfaRequired", out JsonElement mfa)
            && mfa.ValueKind == JsonValueKind.True;
        return Of(login, Text(azure, "KustoServiceResourceId") ?? DefaultResource, isMfaRequired);
    }

    private static CloudMetadata Of(Uri login, string resource, bool isMfaRequired)
    {
        string audience = isMfaRequired ? resource.Replace(".kusto.", ".kustomfa.", StringComparison.Ordinal) : resource;
        return new CloudMetadata(login, $"{audience.TrimEnd('/')}/.default");
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
