using System.Text.Json;
using System.Text.Json.Nodes;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

/// <summary>A value that does not fit, how it is written, and what stands in its place where it is replaced.</summary>
internal sealed record BadValue(string Name, Fields Write, string Replacement)
{
    private const int Limit = CsvLimits.MaxValueBytes;

    private static readonly string s_filler = new('x', Limit - 2);

    /// <summary>Bad values of every kind.</summary>
    public static IReadOnlyList<BadValue> All { get; } =
    [
        new("string of too many characters", (ref csv) => csv.WriteString(s_filler + "yyyy"), s_filler + "yy"),
        new("string cut before a pair", (ref csv) => csv.WriteString(s_filler + "😀"), s_filler),
        new("string cut before an accent", (ref csv) => csv.WriteString(s_filler + "yé"), s_filler + "y"),
        new("string too long in UTF-8 alone", (ref csv) => csv.WriteString(new string('日', Limit / 2)), new string('日', Limit / 3)),
        new("quotes to the end", (ref csv) => csv.WriteString(new string('"', Limit + 1)), new string('"', Limit)),
        new("URI too long", (ref csv) => csv.WriteString(LongUri()), LongUri().OriginalString[..Limit]),
        new("half a pair in a short text", (ref csv) => csv.WriteString("a,\uD83D"), "a,\uFFFD"),
        new("half a pair in a long text", (ref csv) => csv.WriteString(new string('x', 40) + "\uDE00\""), new string('x', 40) + "\uFFFD\""),
        new("half a pair and too long", (ref csv) => csv.WriteString("\uD83D" + s_filler + "yy"), "\uFFFD" + s_filler[1..]),
        new("half a pair as a character", (ref csv) => csv.WriteString('\uD83D'), "\uFFFD"),
        new("half a pair as a character or null", (ref csv) => csv.WriteString((char?)'\uDE00'), "\uFFFD"),
        new("half a pair in JSON text", (ref csv) => csv.WriteDynamic("[\"\uD83D\",\"😀\"]"), "[\"\uFFFD\",\"😀\"]"),
        new("half a pair escaped in JSON text", (ref csv) => csv.WriteDynamic("""["\ud83D","\ud83d\ude00","\\ud83d"]"""), """["\uFFFD","\ud83d\ude00","\\ud83d"]"""),
        new("half a pair escaped in a name of JSON text", (ref csv) => csv.WriteDynamic("""{"\ude00":1}"""), """{"\uFFFD":1}"""),
        new("half a pair in an element", (ref csv) => csv.WriteDynamic(Element("""[ "\ud83d", 1 ]""")), "[\"\uFFFD\",1]"),
        new("half a pair in a node", (ref csv) => csv.WriteDynamic(JsonNode.Parse("""{"a":["\ud83d",null,1]}""")), "{\"a\":[\"\uFFFD\",null,1]}"),
        new("half a pair in a node made of text", (ref csv) => csv.WriteDynamic(JsonValue.Create("\uD83D")), """
            "\uFFFD"
            """),
        new("half a pair in a member", (ref csv) => csv.WriteDynamic(new("\uDE00", 1), KustoCsvWriterDynamicTests.Json.Default.Point), """{"name":"\uFFFD","value":1}"""),
        new("half a pair in a node's name", (ref csv) => csv.WriteDynamic(JsonNode.Parse("""{"\ud83d":1}""")), ""),
        new("JSON text too long", (ref csv) => csv.WriteDynamic($"\"{s_filler}x\""), ""),
        new("JSON text too long in UTF-8 alone", (ref csv) => csv.WriteDynamic($"\"{new string('é', Limit / 2)}\""), ""),
        new("half a pair in JSON too long", (ref csv) => csv.WriteDynamic($"\"\uD83D{s_filler[3..]}x\""), ""),
        new("element too long", (ref csv) => csv.WriteDynamic(Element($"\"{s_filler}x\"")), ""),
        new("no JSON", (ref csv) => csv.WriteDynamic("{'a':1}"), ""),
        new("neither JSON nor text", (ref csv) => csv.WriteDynamic("\uD83D"), ""),
        new("NaN in an array", (ref csv) => csv.WriteDynamic([1, double.NaN]), ""),
        new("infinity in an array", (ref csv) => csv.WriteDynamic((ReadOnlyMemory<float>?)new[] { float.PositiveInfinity }), ""),
        new("NaN in an object", (ref csv) => csv.WriteDynamic(new("n", double.NaN), KustoCsvWriterDynamicTests.Json.Default.Point), ""),
        new("NaN in a node", (ref csv) => csv.WriteDynamic(JsonValue.Create(double.NaN)), ""),
        new("node too deep", (ref csv) => csv.WriteDynamic(Deep(100)), ""),
        new("long too large", (ref csv) => csv.WriteLong(1UL << 63), ""),
        new("long or null too large", (ref csv) => csv.WriteLong((ulong?)ulong.MaxValue), ""),
        new("enum too large", (ref csv) => csv.WriteEnumNumber(Huge.Huge), ""),
        new("enum or null too large", (ref csv) => csv.WriteEnumNumber((Huge?)Huge.Huge), ""),
        new("base64 too long", (ref csv) => csv.WriteBase64(new byte[(Limit / 4 * 3) + 1]), ""),
        new("double not finite", (ref csv) => csv.WriteFiniteReal(double.NaN), ""),
        new("double or null not finite", (ref csv) => csv.WriteFiniteReal((double?)double.NegativeInfinity), ""),
        new("float not finite", (ref csv) => csv.WriteFiniteReal(float.PositiveInfinity), ""),
        new("float or null not finite", (ref csv) => csv.WriteFiniteReal((float?)float.NaN), ""),
        new("half not finite", (ref csv) => csv.WriteFiniteReal(Half.NaN), ""),
        new("half or null not finite", (ref csv) => csv.WriteFiniteReal((Half?)Half.PositiveInfinity), ""),
        new("time of no kind", (ref csv) => csv.WriteStrictDateTime(new DateTime(2026, 1, 31)), ""),
        new("time or null of no kind", (ref csv) => csv.WriteStrictDateTime((DateTime?)new DateTime(2026, 1, 31)), ""),
    ];

    private static Uri LongUri() => new("about:" + s_filler, UriKind.RelativeOrAbsolute);

    private static JsonElement Element(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static JsonNode Deep(int levels)
    {
        JsonNode node = new JsonArray();
        for (int level = 0; level < levels; level++)
        {
            node = new JsonArray(node);
        }

        return node;
    }

    private enum Huge : ulong
    {
        Huge = ulong.MaxValue,
    }
}
