using System.Data.SqlTypes;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kusto.Typed.Tests.Generated;

/// <summary>A row with a column of nearly every type, without and with null, through the generator.</summary>
[KustoTable("Wide", JsonContext = typeof(WideJson))]
internal sealed partial record WideRow(Guid Id, string Text, DateTime At) : WideBase
{
    public required bool Bool { get; init; }

    public bool? BoolOrNull { get; init; }

    public sbyte SByte { get; init; }

    public ushort UInt16 { get; init; }

    public int? Int32OrNull { get; init; }

    public uint UInt32 { get; init; }

    public long Int64 { get; init; }

    public ulong UInt64 { get; init; }

    public float Single { get; init; }

    public double? DoubleOrNull { get; init; }

    public decimal Decimal { get; init; }

    public SqlDecimal SqlDecimal { get; init; }

    public DateTimeOffset? OffsetOrNull { get; init; }

    public DateOnly Day { get; init; }

    public TimeSpan Took { get; init; }

    public TimeOnly? TimeOrNull { get; init; }

    public Rune Rune { get; init; }

    public Uri? Link { get; init; }

    public Version? Version { get; init; }

    public IPAddress? Address { get; init; }

    public DayOfWeek Weekday { get; init; }

    [KustoColumn(Type = KustoType.Int)]
    public DayOfWeek? WeekdayNumber { get; init; }

    public byte[] Bytes { get; init; } = [];

    public float[]? Vector { get; init; }

    public ReadOnlyMemory<double>? Memory { get; init; }

    public JsonObject? Bag { get; init; }

    [KustoColumn(Type = KustoType.Dynamic)]
    public string? Json { get; init; }

    public WidePart? Part { get; init; }

    public IReadOnlyList<WidePart> Parts { get; init; } = [];

    public WidePoint? Point { get; init; }

    public int TextLength => Text.Length;
}

internal abstract record WideBase
{
    public int Base { get; init; }
}

internal sealed record WidePart(int Number, string? Name);

internal readonly record struct WidePoint(int X, int Y);

[JsonSerializable(typeof(WidePart))]
[JsonSerializable(typeof(IReadOnlyList<WidePart>))]
[JsonSerializable(typeof(WidePoint))]
internal sealed partial class WideJson : JsonSerializerContext;
