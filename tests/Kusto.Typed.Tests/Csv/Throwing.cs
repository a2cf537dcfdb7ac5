using System.Text.Json.Serialization;

namespace Kusto.Typed.Tests.Csv;

/// <summary>An object for a dynamic column with a property that throws.</summary>
internal sealed class Throwing
{
    public int Number => throw new InvalidOperationException("The user's own.");
}

[JsonSerializable(typeof(Throwing))]
internal sealed partial class ThrowingJson : JsonSerializerContext;
