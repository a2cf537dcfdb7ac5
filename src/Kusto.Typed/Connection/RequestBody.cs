using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Connection;

/// <summary>The JSON body of a query or command.</summary>
internal static class RequestBody
{
    /// <summary>What the service is given where the caller sets no time, and so what a client waits at least.</summary>
    public static readonly TimeSpan QueryTimeout = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan s_commandTimeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_networkTime = TimeSpan.FromSeconds(30);

    public static TimeSpan ClientTimeout(TimeSpan? serverTimeout, bool isQuery) =>
        (serverTimeout ?? (isQuery ? QueryTimeout : s_commandTimeout)) + s_networkTime;

    public static BytesContent Of(
        string? database,
        string text,
        TimeSpan? serverTimeout,
        IReadOnlyList<string> trueOptions,
        IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            if (database is not null)
            {
                json.WriteString("db", database);
            }

            json.WriteString("csl", text);
            json.WriteStartObject("properties");
            WriteOptions(json, serverTimeout, trueOptions);
            json.WriteStartObject("Parameters");
            foreach ((string name, string literal) in parameters)
            {
                json.WriteString(name, literal);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new BytesContent(bytes.WrittenMemory, BytesContent.Json);
    }

    private static void WriteOptions(Utf8JsonWriter json, TimeSpan? serverTimeout, IReadOnlyList<string> trueOptions)
    {
        json.WriteStartObject("Options");
        if (serverTimeout is { } timeout)
        {
            json.WriteString("servertimeout", timeout.ToString("c", CultureInfo.InvariantCulture));
        }

        foreach (string option in trueOptions)
        {
            json.WriteBoolean(option, value: true);
        }

        json.WriteEndObject();
    }
}
