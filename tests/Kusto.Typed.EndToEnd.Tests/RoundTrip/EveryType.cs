using System.Data.SqlTypes;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kusto.Typed.EndToEnd.Tests.RoundTrip;

/// <summary>A column for every C# type that has a Kusto type, and one for its nullable form.</summary>
[KustoTable("EveryType", JsonContext = typeof(EveryTypeJson))]
[KustoStreamingIngestion]
public partial record EveryType
{
    public required int Row { get; init; }

    public bool Bool { get; init; }

    public bool? BoolOrNull { get; init; }

    public byte Byte { get; init; }

    public byte? ByteOrNull { get; init; }

    public sbyte SByte { get; init; }

    public sbyte? SByteOrNull { get; init; }

    public short Short { get; init; }

    public short? ShortOrNull { get; init; }

    public ushort UShort { get; init; }

    public ushort? UShortOrNull { get; init; }

    public int Int { get; init; }

    public int? IntOrNull { get; init; }

    public uint UInt { get; init; }

    public uint? UIntOrNull { get; init; }

    public long Long { get; init; }

    public long? LongOrNull { get; init; }

    public ulong ULong { get; init; }

    public ulong? ULongOrNull { get; init; }

    [KustoColumn(Type = KustoType.Long)]
    public ulong ULongAsLong { get; init; }

    [KustoColumn(Type = KustoType.Long)]
    public ulong? ULongAsLongOrNull { get; init; }

    public Half Half { get; init; }

    public Half? HalfOrNull { get; init; }

    public float Float { get; init; }

    public float? FloatOrNull { get; init; }

    public double Double { get; init; }

    public double? DoubleOrNull { get; init; }

    public decimal Decimal { get; init; }

    public decimal? DecimalOrNull { get; init; }

    public SqlDecimal? SqlDecimalOrNull { get; init; }

    public char Char { get; init; } = 'c';

    public char? CharOrNull { get; init; }

    public string String { get; init; } = "";

    public string? StringOrNull { get; init; }

    public Rune Rune { get; init; } = new('r');

    public Rune? RuneOrNull { get; init; }

    public DateTime DateTime { get; init; }

    public DateTime? DateTimeOrNull { get; init; }

    public DateTimeOffset DateTimeOffset { get; init; }

    public DateTimeOffset? DateTimeOffsetOrNull { get; init; }

    public DateOnly DateOnly { get; init; }

    public DateOnly? DateOnlyOrNull { get; init; }

    public TimeOnly TimeOnly { get; init; }

    public TimeOnly? TimeOnlyOrNull { get; init; }

    public TimeSpan TimeSpan { get; init; }

    public TimeSpan? TimeSpanOrNull { get; init; }

    public Guid Guid { get; init; }

    public Guid? GuidOrNull { get; init; }

    public Uri? UriOrNull { get; init; }

    public Version? VersionOrNull { get; init; }

    public IPAddress? AddressOrNull { get; init; }

    public Weekdays Flags { get; init; }

    public Shade Enum { get; init; }

    public Shade? EnumOrNull { get; init; }

    [KustoColumn(Type = KustoType.Int)]
    public Shade EnumAsInt { get; init; }

    [KustoColumn(Type = KustoType.Long)]
    public Shade? EnumAsLongOrNull { get; init; }

    public byte[] Bytes { get; init; } = [];

    public byte[]? BytesOrNull { get; init; }

    public ReadOnlyMemory<byte> Memory { get; init; }

    public JsonElement Element { get; init; } = JsonDocument.Parse("null").RootElement;

    public JsonElement? ElementOrNull { get; init; }

    public JsonNode? NodeOrNull { get; init; }

    public JsonDocument? DocumentOrNull { get; init; }

    public float[]? FloatsOrNull { get; init; }

    public double[] Doubles { get; init; } = [];

    public ReadOnlyMemory<float> FloatMemory { get; init; }

    public ReadOnlyMemory<double>? DoubleMemoryOrNull { get; init; }

    [KustoColumn(Type = KustoType.Dynamic)]
    public string? JsonTextOrNull { get; init; }

    public List<string>? ListOrNull { get; init; }

    public Dictionary<string, long>? DictionaryOrNull { get; init; }

    public HashSet<int>? SetOrNull { get; init; }

    public Nested? NestedOrNull { get; init; }

    public NestedValue NestedValue { get; init; }

    public NestedValue? NestedValueOrNull { get; init; }
}

/// <summary>An enum with a negative member, so that its number needs a sign.</summary>
public enum Shade
{
    Dark = -2,
    None = 0,
    Grün = 1,
    Light = 7,
}

/// <summary>Flags: more than one name, with commas.</summary>
[Flags]
public enum Weekdays : byte
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Sunday = 64,
}

/// <summary>An object that becomes JSON.</summary>
public sealed record Nested(string Text, double? Number, List<int> Numbers, Nested? Inner);

/// <summary>A struct that becomes JSON.</summary>
public record struct NestedValue(int X, string? Y);

[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Dictionary<string, long>))]
[JsonSerializable(typeof(HashSet<int>))]
[JsonSerializable(typeof(Nested))]
[JsonSerializable(typeof(NestedValue))]
public sealed partial class EveryTypeJson : JsonSerializerContext;
