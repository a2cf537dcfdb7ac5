using System.Reflection;
using System.Text;

namespace Kusto.Typed.Connection;

/// <summary>The headers by which the service knows who asks: the same in every request of a connection.</summary>
internal sealed class ClientHeaders
{
    private const string ApiVersion = "2024-12-12";

    private ClientHeaders(IReadOnlyList<KeyValuePair<string, string>> all) => All = all;

    public IReadOnlyList<KeyValuePair<string, string>> All { get; }

    /// <summary>None: storage is told nothing of who asks.</summary>
    public static ClientHeaders None { get; } = new([]);

    public static ClientHeaders Of(KustoConnectionOptions options) => new(
    [
        new("Accept", "application/json"),
        new(HeaderNames.Version, ApiVersion),
        new(HeaderNames.ClientVersion, Ascii(ClientVersion(options.ClientVersion))),
        new(HeaderNames.Application, Ascii(options.Application ?? ProcessName())),
        new(HeaderNames.User, Ascii(options.User ?? UserName())),
    ]);

    /// <summary>The text as a header takes it: what is not printable ASCII becomes a question mark.</summary>
    public static string Ascii(string text)
    {
        StringBuilder header = new(text.Length);
        foreach (char character in text)
        {
            header.Append(character is >= ' ' and <= '~' ? character : '?');
        }

        return header.ToString();
    }

    private static string ClientVersion(string? more)
    {
        string version = typeof(KustoConnection).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        string own = $"Kusto.Typed.Client:{{{Value(version)}}}|Runtime.Net:{{{Value(Environment.Version.ToString())}}}";
        return string.IsNullOrEmpty(more) ? own : $"{own}|{more}";
    }

    // The list is read by its braces and bars, so a value has none of them.
    private static string Value(string text) =>
        string.Join('_', text.Split([' ', '\t', '\r', '\n', '{', '}', '|'], StringSplitOptions.RemoveEmptyEntries));

    private static string ProcessName() => Path.GetFileName(Environment.ProcessPath) ?? "[none]";

    private static string UserName() => Environment.UserName.Length > 0 ? Environment.UserName : "[none]";
}
