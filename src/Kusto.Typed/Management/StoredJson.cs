using System.Text.Json.Serialization;

namespace Kusto.Typed.Management;

/// <summary>What management makes JSON of, known at compile time.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class StoredJson : JsonSerializerContext;
