using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kusto.Typed.Local.Staging;

/// <summary>The keys in the addresses of the built-in storage: signed, and good for a time.</summary>
internal sealed class StorageKeys(TimeProvider timeProvider)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(24);

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private int _generation;

    /// <summary>The query that opens a resource, without its question mark.</summary>
    public string QueryOf(string resource)
    {
        string expiry = (timeProvider.GetUtcNow() + s_lifetime).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string generation = Volatile.Read(ref _generation).ToString(CultureInfo.InvariantCulture);
        return $"sv=2021-12-02&se={Uri.EscapeDataString(expiry)}&sr=c&sp=racwdlup&skv={generation}"
            + $"&sig={Uri.EscapeDataString(Signature(resource, expiry, generation))}";
    }

    /// <summary>True where a query opens a resource now.</summary>
    /// <param name="resource">Account and resource, as in the path.</param>
    /// <param name="value">Gives the value of a parameter of the query, decoded.</param>
    public bool Opens(string resource, Func<string, string?> value)
    {
        string expiry = value("se") ?? "";
        string generation = value("skv") ?? "";
        bool isSigned = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(value("sig") ?? ""),
            Encoding.UTF8.GetBytes(Signature(resource, expiry, generation)));
        return isSigned
            && generation == Volatile.Read(ref _generation).ToString(CultureInfo.InvariantCulture)
            && DateTimeOffset.TryParse(expiry, CultureInfo.InvariantCulture, out DateTimeOffset until)
            && timeProvider.GetUtcNow() < until;
    }

    /// <summary>Every key that was given out so far opens nothing any more.</summary>
    public void Expire() => Interlocked.Increment(ref _generation);

    private string Signature(string resource, string expiry, string generation) => Convert.ToBase64String(
        HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{resource}\n{expiry}\n{generation}")));
}
