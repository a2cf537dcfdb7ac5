using System.ComponentModel;
using System.Data.SqlTypes;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Csv;

/// <summary>The fields of one record, by the ordinals of the row's own columns. What generated code calls.</summary>
/// <remarks>
/// Fields are texts in Kusto's spelling, from a CSV record or from a query result alike. A value that the C# type
/// cannot hold is an error that names row and column, and so is a null where the type has none.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct KustoRecordReader
{
    private readonly RecordBinding _binding;
    private readonly ReadOnlySpan<byte> _text;
    private readonly ReadOnlySpan<RecordField> _fields;
    private readonly ReadOnlySpan<int> _places;
    private readonly long _rowIndex;
    private readonly bool _isAscii;

    internal KustoRecordReader(
        RecordBinding binding,
        ReadOnlySpan<byte> text,
        ReadOnlySpan<RecordField> fields,
        long rowIndex,
        bool isAscii = false)
    {
        _binding = binding;
        _text = text;
        _fields = fields;
        _places = binding.Places;
        _rowIndex = rowIndex;
        _isAscii = isAscii;
    }

    /// <summary>True for a null, and for the empty string, which is all that Kusto's strings have for it.</summary>
    public bool IsNull(int ordinal)
    {
        RecordField field = Field(ordinal);
        return field.IsNull || (field.Length == 0 && _binding.Table.Columns[ordinal].Type == KustoType.String);
    }

    /// <summary>True where all columns from one to another are null: those of a flattened property that was null.</summary>
    public bool AreNull(int first, int last)
    {
        for (int ordinal = first; ordinal <= last; ordinal++)
        {
            if (!IsNull(ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a <see cref="bool"/>.</summary>
    public bool ReadBoolean(int ordinal) =>
        FieldText.TryReadBoolean(Text(ordinal), out bool value) ? value : throw NotA("bool", ordinal);

    /// <summary>Reads a <see cref="byte"/>.</summary>
    public byte ReadByte(int ordinal) => Read<byte>("byte", ordinal);

    /// <summary>Reads an <see cref="sbyte"/>.</summary>
    public sbyte ReadSByte(int ordinal) => Read<sbyte>("sbyte", ordinal);

    /// <summary>Reads a <see cref="short"/>.</summary>
    public short ReadInt16(int ordinal) => Read<short>("short", ordinal);

    /// <summary>Reads a <see cref="ushort"/>.</summary>
    public ushort ReadUInt16(int ordinal) => Read<ushort>("ushort", ordinal);

    /// <summary>Reads an <see cref="int"/>.</summary>
    public int ReadInt32(int ordinal) =>
        TryReadShort(ordinal, out long value) ? (int)value : Read<int>("int", ordinal);

    /// <summary>Reads a <see cref="uint"/>.</summary>
    public uint ReadUInt32(int ordinal) => Read<uint>("uint", ordinal);

    /// <summary>Reads a <see cref="long"/>.</summary>
    public long ReadInt64(int ordinal) => TryReadShort(ordinal, out long value) ? value : Read<long>("long", ordinal);

    /// <summary>Reads a <see cref="ulong"/>.</summary>
    public ulong ReadUInt64(int ordinal) => Read<ulong>("ulong", ordinal);

    /// <summary>Reads a <see cref="Half"/> from the text itself, so that it is the one that was written.</summary>
    public Half ReadHalf(int ordinal) => Read<Half>("Half", ordinal);

    /// <summary>Reads a <see cref="float"/> from the text itself, so that it is the one that was written.</summary>
    public float ReadSingle(int ordinal) => Read<float>("float", ordinal);

    /// <summary>Reads a <see cref="double"/>.</summary>
    public double ReadDouble(int ordinal)
    {
        RecordField field = Field(ordinal);
        return ShortNumber.TryReadAtEnd(_text[..(field.Start + field.Length)], field.Length, out double value)
            ? value
            : Read<double>("double", ordinal);
    }

    /// <summary>Reads a <see cref="decimal"/>; one with more digits than it holds is an error.</summary>
    public decimal ReadDecimal(int ordinal) =>
        FieldText.TryReadDecimal(Text(ordinal), out decimal value) ? value : throw NotA("decimal", ordinal);

    /// <summary>Reads a <see cref="SqlDecimal"/>.</summary>
    public SqlDecimal ReadSqlDecimal(int ordinal) =>
        FieldText.TryReadSqlDecimal(Text(ordinal), out SqlDecimal value) ? value : throw NotA("SqlDecimal", ordinal);

    /// <summary>
    /// Reads the time since 1970-01-01 that the transformation makes a <c>datetime</c> of; of a file the number itself.
    /// </summary>
    public long ReadUnixTime(int ordinal, KustoTransform transform) =>
        _binding.Origin == RecordOrigin.File
            ? ReadInt64(ordinal)
            : UnixTime.Of(ReadDateTime(ordinal), transform) ?? throw NotA("long", ordinal);

    /// <summary>Reads a <see cref="DateTime"/> of kind UTC.</summary>
    public DateTime ReadDateTime(int ordinal) =>
        FieldText.TryReadDateTime(Text(ordinal), out DateTime value) ? value : throw NotA("DateTime", ordinal);

    /// <summary>Reads a <see cref="DateTimeOffset"/> with offset zero.</summary>
    public DateTimeOffset ReadDateTimeOffset(int ordinal) => new(ReadDateTime(ordinal));

    /// <summary>Reads a <see cref="DateOnly"/>; an instant that is no midnight is an error.</summary>
    public DateOnly ReadDateOnly(int ordinal)
    {
        DateTime value = ReadDateTime(ordinal);
        return value.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(value) : throw NotA("DateOnly", ordinal);
    }

    /// <summary>Reads a <see cref="TimeSpan"/>.</summary>
    public TimeSpan ReadTimeSpan(int ordinal) =>
        FieldText.TryReadTimeSpan(Text(ordinal), out TimeSpan value) ? value : throw NotA("TimeSpan", ordinal);

    /// <summary>Reads a <see cref="TimeOnly"/>; a duration outside of one day is an error.</summary>
    public TimeOnly ReadTimeOnly(int ordinal)
    {
        TimeSpan value = ReadTimeSpan(ordinal);
        return value >= TimeSpan.Zero && value < TimeSpan.FromDays(1)
            ? TimeOnly.FromTimeSpan(value)
            : throw NotA("TimeOnly", ordinal);
    }

    /// <summary>Reads a <see cref="Guid"/>.</summary>
    public Guid ReadGuid(int ordinal) =>
        FieldText.TryReadGuid(Text(ordinal), out Guid value) ? value : throw NotA("Guid", ordinal);

    /// <summary>Reads a <see cref="string"/>; never null.</summary>
    public string ReadString(int ordinal)
    {
        RecordField field = Field(ordinal);
        ReadOnlySpan<byte> text = _text.Slice(field.Start, field.Length);
        return _isAscii ? AsciiText.ToText(text) : Encoding.UTF8.GetString(text);
    }

    /// <summary>Reads the one character of a string.</summary>
    public char ReadChar(int ordinal) => RequiredString(ordinal) is [char value] ? value : throw NotA("char", ordinal);

    /// <summary>Reads the one Unicode scalar of a string.</summary>
    public Rune ReadRune(int ordinal) =>
        Rune.TryGetRuneAt(RequiredString(ordinal), 0, out Rune value) && ReadString(ordinal).Length == value.Utf16SequenceLength
            ? value
            : throw NotA("Rune", ordinal);

    /// <summary>Reads a <see cref="Uri"/>, absolute or relative.</summary>
    public Uri ReadUri(int ordinal) =>
        Uri.TryCreate(RequiredString(ordinal), UriKind.RelativeOrAbsolute, out Uri? value)
            ? value
            : throw NotA("Uri", ordinal);

    /// <summary>Reads a <see cref="Version"/>.</summary>
    public Version ReadVersion(int ordinal) =>
        Version.TryParse(RequiredString(ordinal), out Version? value) ? value : throw NotA("Version", ordinal);

    /// <summary>Reads an <see cref="IPAddress"/>.</summary>
    public IPAddress ReadIPAddress(int ordinal) =>
        IPAddress.TryParse(RequiredString(ordinal), out IPAddress? value) ? value : throw NotA("IPAddress", ordinal);

    /// <summary>Reads an enum from its members' names or its digits.</summary>
    public TEnum ReadEnum<TEnum>(int ordinal)
        where TEnum : struct, Enum =>
        Enum.TryParse(RequiredString(ordinal), out TEnum value) ? value : throw NotA(typeof(TEnum).Name, ordinal);

    /// <summary>Reads an enum from the number behind it.</summary>
    public TEnum ReadEnumNumber<TEnum>(int ordinal)
        where TEnum : struct, Enum =>
        EnumNumber.TryFromLong(ReadInt64(ordinal), out TEnum value) ? value : throw NotA(typeof(TEnum).Name, ordinal);

    /// <summary>Reads bytes from base64; the empty string is no bytes, and so is a null.</summary>
    public byte[] ReadBytes(int ordinal) =>
        IsNull(ordinal) ? []
        : FieldText.TryReadBase64(Text(ordinal), out byte[]? value) ? value
        : throw NotA("base64 text", ordinal);

    /// <summary>Reads a <see cref="JsonElement"/>, which lives on its own; null is the JSON null.</summary>
    public JsonElement ReadJsonElement(int ordinal) =>
        FieldText.TryReadJson(Json(ordinal), out JsonElement value) ? value : throw NotA("JSON value", ordinal);

    /// <summary>Reads a <see cref="JsonDocument"/>, which its owner disposes; null is the JSON null.</summary>
    public JsonDocument ReadJsonDocument(int ordinal) => JsonDocument.Parse(ReadJsonElement(ordinal).GetRawText());

    /// <summary>Reads a <see cref="JsonNode"/>.</summary>
    public JsonNode ReadJsonNode(int ordinal) => ReadNode<JsonNode>(ordinal);

    /// <summary>Reads a <see cref="JsonObject"/>; another kind of JSON is an error.</summary>
    public JsonObject ReadJsonObject(int ordinal) => ReadNode<JsonObject>(ordinal);

    /// <summary>Reads a <see cref="JsonArray"/>; another kind of JSON is an error.</summary>
    public JsonArray ReadJsonArray(int ordinal) => ReadNode<JsonArray>(ordinal);

    /// <summary>Reads a <see cref="JsonValue"/>; an object or an array is an error.</summary>
    public JsonValue ReadJsonValue(int ordinal) => ReadNode<JsonValue>(ordinal);

    /// <summary>Reads a dynamic value as its JSON text; null is <c>null</c>.</summary>
    public string ReadJsonText(int ordinal) => Encoding.UTF8.GetString(Json(ordinal));

    /// <summary>Reads an array of numbers.</summary>
    public float[] ReadSingles(int ordinal) =>
        FieldText.TryReadNumbers(Text(ordinal), out float[]? value) ? value : throw NotA("array of float", ordinal);

    /// <summary>Reads an array of numbers.</summary>
    public double[] ReadDoubles(int ordinal) =>
        FieldText.TryReadNumbers(Text(ordinal), out double[]? value) ? value : throw NotA("array of double", ordinal);

    /// <summary>Reads an object through the user's own JSON context.</summary>
    public T ReadJson<T>(int ordinal, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Text(ordinal), type) ?? throw NotA(typeof(T).Name, ordinal);
        }
        catch (JsonException)
        {
            // Its message quotes from the value.
            throw NotA(typeof(T).Name, ordinal);
        }
    }

    private TNode ReadNode<TNode>(int ordinal)
        where TNode : JsonNode
    {
        try
        {
            return JsonNode.Parse(Text(ordinal)) as TNode ?? throw NotA(typeof(TNode).Name, ordinal);
        }
        catch (JsonException)
        {
            // Its message quotes from the value.
            throw NotA(typeof(TNode).Name, ordinal);
        }
    }

    private TNumber Read<TNumber>(string type, int ordinal)
        where TNumber : struct, INumberBase<TNumber>, IUtf8SpanParsable<TNumber> =>
        FieldText.TryReadNumber(Text(ordinal), out TNumber value) ? value : throw NotA(type, ordinal);

    // A null has no length: the quick way does not take it.
    private bool TryReadShort(int ordinal, out long value)
    {
        RecordField field = Field(ordinal);
        return ShortNumber.TryReadAtEnd(_text[..(field.Start + field.Length)], field.Length, out value);
    }

    private RecordField Field(int ordinal) => _fields[_places[ordinal]];

    private ReadOnlySpan<byte> Text(int ordinal)
    {
        RecordField field = Field(ordinal);
        return field.IsNull ? throw Null(ordinal) : _text.Slice(field.Start, field.Length);
    }

    private ReadOnlySpan<byte> Json(int ordinal) => Field(ordinal).IsNull ? "null"u8 : Text(ordinal);

    private string RequiredString(int ordinal) => IsNull(ordinal) ? throw Null(ordinal) : ReadString(ordinal);

    private KustoRowException Null(int ordinal) =>
        Problem(ordinal, _binding.Origin == RecordOrigin.Table
            ? "the table holds a null and the property takes none; make the property nullable."
            : "the field is empty and the property takes no null; fill the field, or make the property nullable.");

    private KustoRowException NotA(string type, int ordinal) =>
        Problem(
            ordinal,
            _binding.Origin == RecordOrigin.Table
                ? $"the {KustoName(ordinal)} in the table is no value of the property's type {type}."
                : $"the text is no {KustoName(ordinal)} that the property's type {type} holds.");

    private string KustoName(int ordinal) => _binding.Table.Columns[ordinal].Type.ToKusto();

    private KustoRowException Problem(int ordinal, string problem) =>
        new(problem, _rowIndex, _binding.Table.Columns[ordinal].Name);
}
