using System.Text.Json;
using System.Text.Json.Nodes;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>The C# types that become dynamic without a user's context, with a string at the end.</summary>
internal sealed record DynamicRow : IKustoRow<DynamicRow>, IKustoRowReader<DynamicRow>
{
    public static TableSchema Schema { get; } = TableSchema.Define("Dynamics")
        .Dynamic("Element").Dynamic("Json").Dynamic("Node").Dynamic("Singles").Dynamic("Doubles").String("Text")
        .Build();

    public static DynamicRow Small { get; } = new() { Json = "{\"a\":1}", Text = "t" };

    public JsonElement Element { get; init; }

    public string? Json { get; init; }

    public JsonNode? Node { get; init; }

    public float[]? Singles { get; init; }

    public double[]? Doubles { get; init; }

    public string? Text { get; init; }

    public static void Write(in DynamicRow row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord(6);
        csv.WriteDynamic(row.Element);
        csv.WriteDynamic(row.Json);
        csv.WriteDynamic(row.Node);
        csv.WriteDynamic(row.Singles);
        csv.WriteDynamic(row.Doubles);
        csv.WriteString(row.Text);
        csv.EndRecord();
    }

    public static DynamicRow Read(ref KustoRecordReader record) =>
        new()
        {
            Element = record.ReadJsonElement(0),
            Json = record.ReadJsonText(1),
            Node = record.IsNull(2) ? null : record.ReadJsonNode(2),
            Singles = record.IsNull(3) ? null : record.ReadSingles(3),
            Doubles = record.IsNull(4) ? null : record.ReadDoubles(4),
            Text = record.ReadString(5),
        };
}
