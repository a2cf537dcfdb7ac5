using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Which C# type becomes which column, by which calls, in how many bytes.</summary>
internal static class Codecs
{
    // The one table of the most bytes that a field takes; see KustoCsvWriter for what makes room by itself.
    private static readonly Dictionary<string, CodecModel> s_scalars = new(StringComparer.Ordinal)
    {
        ["bool"] = new(KustoType.Bool, "WriteBool", "ReadBoolean", 5),
        ["byte"] = new(KustoType.Int, "WriteInt", "ReadByte", 11),
        ["sbyte"] = new(KustoType.Int, "WriteInt", "ReadSByte", 11),
        ["short"] = new(KustoType.Int, "WriteInt", "ReadInt16", 11),
        ["ushort"] = new(KustoType.Int, "WriteInt", "ReadUInt16", 11),
        ["int"] = new(KustoType.Int, "WriteInt", "ReadInt32", 11),
        ["uint"] = new(KustoType.Long, "WriteLong", "ReadUInt32", 20),
        ["long"] = new(KustoType.Long, "WriteLong", "ReadInt64", 20),
        ["ulong"] = new(KustoType.Decimal, "WriteDecimal", "ReadUInt64", 20),
        ["global::System.Half"] = new(KustoType.Real, "WriteReal", "ReadHalf", 24),
        ["float"] = new(KustoType.Real, "WriteReal", "ReadSingle", 24),
        ["double"] = new(KustoType.Real, "WriteReal", "ReadDouble", 24),
        ["decimal"] = new(KustoType.Decimal, "WriteDecimal", "ReadDecimal", 31),
        ["global::System.Data.SqlTypes.SqlDecimal"] = new(KustoType.Decimal, "WriteDecimal", "ReadSqlDecimal", 41),
        ["global::System.DateTime"] = new(KustoType.DateTime, "WriteDateTime", "ReadDateTime", 28),
        ["global::System.DateTimeOffset"] = new(KustoType.DateTime, "WriteDateTime", "ReadDateTimeOffset", 28),
        ["global::System.DateOnly"] = new(KustoType.DateTime, "WriteDateTime", "ReadDateOnly", 28),
        ["global::System.TimeSpan"] = new(KustoType.TimeSpan, "WriteTimeSpan", "ReadTimeSpan", 26),
        ["global::System.TimeOnly"] = new(KustoType.TimeSpan, "WriteTimeSpan", "ReadTimeOnly", 26),
        ["global::System.Guid"] = new(KustoType.Guid, "WriteGuid", "ReadGuid", 36),
        ["char"] = new(KustoType.String, "WriteString", "ReadChar", 8),
        ["global::System.Text.Rune"] = new(KustoType.String, "WriteString", "ReadRune", 8),
        ["string"] = new(KustoType.String, "WriteString", "ReadString", 0),
        ["global::System.Uri"] = new(KustoType.String, "WriteString", "ReadUri", 0),
        ["global::System.Version"] = new(KustoType.String, "WriteString", "ReadVersion", 44),
        ["global::System.Net.IPAddress"] = new(KustoType.String, "WriteString", "ReadIPAddress", 66),
        ["byte[]"] = new(KustoType.String, "WriteBase64", "ReadBytes", 0),
        ["global::System.ReadOnlyMemory<byte>"] = new(KustoType.String, "WriteBase64", "ReadBytes", 0),
        ["float[]"] = Dynamic("ReadSingles"),
        ["double[]"] = Dynamic("ReadDoubles"),
        ["global::System.ReadOnlyMemory<float>"] = Dynamic("ReadSingles"),
        ["global::System.ReadOnlyMemory<double>"] = Dynamic("ReadDoubles"),
        ["global::System.Text.Json.JsonElement"] = Dynamic("ReadJsonElement"),
        ["global::System.Text.Json.JsonDocument"] = Dynamic("ReadJsonDocument"),
        ["global::System.Text.Json.Nodes.JsonNode"] = Dynamic("ReadJsonNode"),
        ["global::System.Text.Json.Nodes.JsonObject"] = Dynamic("ReadJsonObject"),
        ["global::System.Text.Json.Nodes.JsonArray"] = Dynamic("ReadJsonArray"),
        ["global::System.Text.Json.Nodes.JsonValue"] = Dynamic("ReadJsonValue"),
    };

    // What most columns are.
    private static readonly Dictionary<SpecialType, CodecModel> s_special = new()
    {
        [SpecialType.System_Boolean] = s_scalars["bool"],
        [SpecialType.System_Int32] = s_scalars["int"],
        [SpecialType.System_Int64] = s_scalars["long"],
        [SpecialType.System_Double] = s_scalars["double"],
        [SpecialType.System_Decimal] = s_scalars["decimal"],
        [SpecialType.System_DateTime] = s_scalars["global::System.DateTime"],
        [SpecialType.System_String] = s_scalars["string"],
    };

    // The short names of the types, those of the language in .NET's words.
    private static readonly HashSet<string> s_names = new(
        s_scalars.Keys.Select(name => name.Split('<')[0]).Select(name => name.Substring(name.LastIndexOf('.') + 1))
            .Concat(["Byte", "SByte", "Int16", "UInt16", "UInt32", "UInt64", "Single", "Char"]),
        StringComparer.Ordinal);

    /// <summary>What goes through the user's JSON context.</summary>
    public static CodecModel Json { get; } = Dynamic("ReadJson");

    /// <summary>A string that is JSON text.</summary>
    public static CodecModel JsonText { get; } = Dynamic("ReadJsonText");

    /// <summary>A number that a wider column is asked for.</summary>
    public static CodecModel AsLong(CodecModel number) => new(KustoType.Long, "WriteLong", number.Read, 20);

    /// <summary>The codec of a type that is a column by itself; null where it is none.</summary>
    /// <remarks>A type's full name is put together anew each time, so that it is asked for where it may be one of these alone.</remarks>
    public static CodecModel? OfScalar(ITypeSymbol type)
    {
        if (s_special.TryGetValue(type.SpecialType, out CodecModel? special))
        {
            return special;
        }

        bool mayBe = type is IArrayTypeSymbol ? true : s_names.Contains(type.Name);
        return mayBe && s_scalars.TryGetValue(SourceNames.Type(type), out CodecModel? codec) ? codec : null;
    }

    /// <summary>An enum by the names of its members.</summary>
    public static CodecModel OfEnum(ITypeSymbol type) =>
        new(KustoType.String, "WriteEnum", $"ReadEnum<{SourceNames.Type(type)}>", 0);

    /// <summary>An enum by the number behind it.</summary>
    public static CodecModel OfEnumNumber(ITypeSymbol type, KustoType column) =>
        new(column, "WriteEnumNumber", $"ReadEnumNumber<{SourceNames.Type(type)}>", 20);

    /// <summary>A number that the mapping makes an instant of.</summary>
    public static CodecModel OfUnixTime(KustoTransform transform) =>
        new(KustoType.DateTime, "WriteLong", "ReadUnixTime", 20) { ReadArgument = $"global::Kusto.Typed.KustoTransform.{transform}" };

    // An array converts to it, and so would a null array: to something empty.
    public static bool IsNumbersMemory(ITypeSymbol type) =>
        SourceNames.Type(type) is "global::System.ReadOnlyMemory<float>" or "global::System.ReadOnlyMemory<double>";

    private static CodecModel Dynamic(string read) => new(KustoType.Dynamic, "WriteDynamic", read, 0);
}
