using System.Text.Json;

namespace Kusto.Typed.Local.Storage;

/// <summary>The policy that allows streaming ingestion.</summary>
internal sealed record StreamingPolicy(bool IsEnabled)
{
    /// <summary>What commands call the policy.</summary>
    public const string Kind = "streamingingestion";

    /// <summary>Reads the policy as a table keeps it.</summary>
    public static StreamingPolicy Parse(string json) =>
        new(JsonElement.Parse(json).GetProperty("IsEnabled").GetBoolean());
}
