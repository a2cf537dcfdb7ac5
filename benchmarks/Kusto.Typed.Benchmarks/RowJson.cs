using System.Text.Json.Serialization;

namespace Kusto.Typed.Benchmarks;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(StormEvent))]
[JsonSerializable(typeof(Telemetry))]
internal sealed partial class RowJson : JsonSerializerContext;
