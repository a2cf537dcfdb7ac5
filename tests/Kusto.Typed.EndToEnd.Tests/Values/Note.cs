using System.Text.Json.Serialization;

namespace Kusto.Typed.EndToEnd.Tests.Values;

/// <summary>A row with columns whose values may not fit.</summary>
[KustoStreamingIngestion]
[KustoTable("Notes", JsonContext = typeof(NoteJson))]
public sealed partial record Note
{
    public int Number { get; init; }

    public string Text { get; init; } = "";

    [KustoColumn(Type = KustoType.Long)]
    public ulong? Count { get; init; }

    public NoteDetail? Detail { get; init; }

    public double After { get; init; } = 0.5;
}

public sealed record NoteDetail(string Name, double Weight);

[JsonSerializable(typeof(NoteDetail))]
public sealed partial class NoteJson : JsonSerializerContext;
