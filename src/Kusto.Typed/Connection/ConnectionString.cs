using System.Text;

namespace Kusto.Typed.Connection;

/// <summary>A connection string taken apart: keywords and their values.</summary>
internal sealed class ConnectionString
{
    private readonly Dictionary<ConnectionStringKeyword, string> _values = [];
    private readonly List<ConnectionStringKeyword> _order = [];

    private ConnectionString()
    {
    }

    public string? this[ConnectionStringKeyword keyword] => _values.GetValueOrDefault(keyword);

    /// <summary>
    /// Reads <c>key=value;…</c>; a first segment without a <c>=</c>, such as an address alone, is the cluster.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A keyword is unknown, given twice or not supported, or a value is not ended.
    /// </exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, "connectionString");
        ConnectionString parsed = new();
        ConnectionStringScanner scanner = new(text);
        ConnectionStringKeyword? last = null;
        while (scanner.TryRead(out string? key, out string value))
        {
            ConnectionStringKeyword keyword = key is null
                ? parsed._order.Count == 0 ? ConnectionStringKeyword.DataSource : throw NoKeyword(scanner.Segment, last)
                : Known(key, scanner.Segment, last);
            if (!parsed._values.TryAdd(keyword, value))
            {
                throw Wrong($"'{keyword.Name}' is given twice, perhaps under two of its names; leave one.");
            }

            parsed._order.Add(keyword);
            last = keyword;
        }

        _ = parsed.Boolean(ConnectionStringKeyword.Federated);
        _ = parsed.Boolean(ConnectionStringKeyword.SendChain);
        return parsed[ConnectionStringKeyword.DataSource] is { Length: > 0 }
            ? parsed
            : throw Wrong("it names no cluster; begin it with Data Source=https://mycluster.westus.kusto.windows.net.");
    }

    public bool? Boolean(ConnectionStringKeyword keyword) => this[keyword]?.ToLowerInvariant() switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw Wrong($"the value of '{keyword.Name}' is neither true nor false."),
    };

    /// <summary>The string with its canonical names, secrets as <c>****</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (ConnectionStringKeyword keyword in _order)
        {
            text.Append(text.Length > 0 ? ";" : "").Append(keyword.Name).Append('=')
                .Append(keyword.IsSecret ? "****" : _values[keyword]);
        }

        return text.ToString();
    }

    public static ArgumentException Wrong(string problem) =>
        new($"The connection string cannot be used: {problem}", "connectionString");

    private static ConnectionStringKeyword Known(string key, int segment, ConnectionStringKeyword? last)
    {
        ConnectionStringKeyword? keyword = ConnectionStringKeyword.Find(key);
        if (keyword is null)
        {
            // What follows a secret may be the rest of it.
            throw last is { IsSecret: true }
                ? NoKeyword(segment, last)
                : Wrong(ConnectionStringKeyword.Nearest(key) is { } nearest
                    ? $"'{key}' is no keyword; did you mean '{nearest}'?"
                    : $"'{key}' is no keyword of Kusto's connection strings.");
        }

        return keyword.Unsupported is { } instead
            ? throw Wrong($"'{keyword.Name}' is not supported: {instead}.")
            : keyword;
    }

    private static ArgumentException NoKeyword(int segment, ConnectionStringKeyword? last) => Wrong(
        $"its segment {segment}, behind '{last?.Name}', is no keyword with a value; a value with a ';' in it stands in "
        + "double quotes.");
}
