using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kusto.Typed.Benchmarks.Rows;

/// <summary>What System.Text.Json knows of the rows at compile time.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(StormEvent))]
[JsonSerializable(typeof(StormObject))]
[JsonSerializable(typeof(StormSummary))]
[JsonSerializable(typeof(Telemetry))]
internal sealed partial class RowJson : JsonSerializerContext
{
    /// <summary>Writes a quote as \" and not as \u0022: what reads this is no web page.</summary>
    public static JsonWriterOptions Relaxed { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
