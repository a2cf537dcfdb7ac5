using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kusto.Typed.Local.Staging;

/// <summary>A storage account elsewhere: where its services are, and the key that signs what opens them.</summary>
internal sealed class StorageAccount
{
    // The account of Microsoft's storage emulator, whose key is public.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Version = "2019-12-12";

    private readonly string _name;
    private readonly byte[] _key;

    private StorageAccount(string name, byte[] key, Uri blobs, Uri queues, Uri tables)
    {
        _name = name;
        _key = key;
        Blobs = blobs;
        Queues = queues;
        Tables = tables;
    }

    public Uri Blobs { get; }

    public Uri Queues { get; }

    public Uri Tables { get; }

    /// <exception cref="ArgumentException">A part is missing or wrong; the key is in no message.</exception>
    public static StorageAccount Parse(string connectionString)
    {
        Dictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            parts[equals < 0 ? part : part[..equals]] = equals < 0 ? "" : part[(equals + 1)..];
        }

        if (parts.GetValueOrDefault("UseDevelopmentStorage") == "true")
        {
            return new StorageAccount(
                EmulatorAccount,
                Convert.FromBase64String(EmulatorKey),
                new Uri($"http://127.0.0.1:10000/{EmulatorAccount}"),
                new Uri($"http://127.0.0.1:10001/{EmulatorAccount}"),
                new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"));
        }

        string name = parts.GetValueOrDefault("AccountName") ?? throw Wrong("it has no AccountName");
        return new StorageAccount(
            name,
            Key(parts),
            Endpoint(parts, "BlobEndpoint", name, "blob"),
            Endpoint(parts, "QueueEndpoint", name, "queue"),
            Endpoint(parts, "TableEndpoint", name, "table"));
    }

    /// <summary>The query that opens everything in the account for a time, without its question mark.</summary>
    /// <remarks>An account SAS, as the documentation of Azure Storage says how to sign one.</remarks>
    public string Sas(DateTimeOffset until)
    {
        const string Permissions = "rwdlacup";
        const string Services = "bqt";
        const string Kinds = "sco";
        string expiry = until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string text = $"{_name}\n{Permissions}\n{Services}\n{Kinds}\n\n{expiry}\n\n\n{Version}\n";
        string signature = Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
        return $"sv={Version}&ss={Services}&srt={Kinds}&sp={Permissions}&se={Uri.EscapeDataString(expiry)}"
            + $"&sig={Uri.EscapeDataString(signature)}";
    }

    private static byte[] Key(Dictionary<string, string> parts)
    {
        string text = parts.GetValueOrDefault("AccountKey") ?? throw Wrong("it has no AccountKey");
        byte[] key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out int length) ? key[..length] : throw Wrong("its AccountKey is no base64");
    }

    private static Uri Endpoint(Dictionary<string, string> parts, string part, string name, string service)
    {
        string text = parts.GetValueOrDefault(part)
            ?? $"{parts.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https"}://{name}.{service}."
                + (parts.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net");
        return Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out Uri? endpoint) ? endpoint : throw Wrong($"its {part} is no address");
    }

    private static ArgumentException Wrong(string problem) => new(
        $"The storage connection string cannot be used: {problem}.", nameof(LocalKustoOptions.StorageConnectionString));
}
