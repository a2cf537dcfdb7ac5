using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kusto.Typed.Csv;
using static Kusto.Typed.Tests.Csv.Rows;

namespace Kusto.Typed.Tests.Csv;

public sealed partial class KustoCsvWriterDynamicTests
{
    private const string Spaced = """{ "k" : [ 1, 2 ], "n" : null }""";
    private const string Field = """
        "{""k"":[1,2],""n"":null}"
        """;

    private static readonly Point s_point = new("here", 1.5);

    [Fact]
    public void ElementDocumentAndNodeAreMinified()
    {
        using JsonDocument document = JsonDocument.Parse(Spaced);
        JsonElement element = document.RootElement;

        Written((ref csv) => csv.WriteDynamic(element)).ShouldBe(Field);
        Written((ref csv) => csv.WriteDynamic((JsonElement?)element)).ShouldBe(Field);
        Written((ref csv) => csv.WriteDynamic(document)).ShouldBe(Field);
        Written((ref csv) => csv.WriteDynamic(JsonNode.Parse(Spaced))).ShouldBe(Field);
    }

    [Fact]
    public void NullIsEmptyAndTheNullOfJsonIsWritten()
    {
        Written((ref csv) => csv.WriteDynamic(default(JsonElement))).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((JsonElement?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((JsonDocument?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((JsonNode?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((string?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((float[]?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((double[]?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((ReadOnlyMemory<float>?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((ReadOnlyMemory<double>?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((Point?)null, Json.Default.Point)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic((Place?)null, Json.Default.Place)).ShouldBe("");
        Written((ref csv) => csv.WriteDynamic("null")).ShouldBe("null");
        Written((ref csv) => csv.WriteDynamic(JsonDocument.Parse("null"))).ShouldBe("null");
    }

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("true", "true")]
    [InlineData("12", "12")]
    [InlineData("\"abc\"", "\"\"\"abc\"\"\"")]
    [InlineData("[1,2]", "\"[1,2]\"")]
    [InlineData("[\n1]", "\"[\n1]\"")]
    [InlineData("[\r1]", "\"[\r1]\"")]
    [InlineData("\"é😀\"", "\"\"\"é😀\"\"\"")]
    public void JsonTextIsTakenAsItIsAndQuotedWhereCsvAsksForIt(string json, string field) =>
        Written((ref csv) => csv.WriteDynamic(json)).ShouldBe(field);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("abc")]
    [InlineData("{'a': 1}")]
    [InlineData("{\"a\":1")]
    [InlineData("1 2")]
    [InlineData("{} x")]
    [InlineData("NaN")]
    [InlineData("[1,]")]
    [InlineData("[/* secret */]")]
    public void TextThatIsNotOneJsonValueIsRefused(string json) =>
        Refused((ref csv) => csv.WriteDynamic(json)).Message.ShouldContain("not one JSON value");

    [Fact]
    public void RefusalOfJsonTextQuotesNothingOfIt()
    {
        KustoRowException refusal = Refused((ref csv) => csv.WriteDynamic("{\"name\": secret}"));

        refusal.ToString().ShouldNotContain("secret");
        refusal.Message.ShouldContain("byte 9");
    }

    [Fact]
    public void NumbersAreAnArray()
    {
        Written((ref csv) => csv.WriteDynamic([0.1f, -2, 3.5f])).ShouldBe("\"[0.1,-2,3.5]\"");
        Written((ref csv) => csv.WriteDynamic(new ReadOnlyMemory<float>([0.1f]))).ShouldBe("[0.1]");
        Written((ref csv) => csv.WriteDynamic((ReadOnlyMemory<float>?)new float[] { 1 })).ShouldBe("[1]");
        Written((ref csv) => csv.WriteDynamic(new double[] { 0.1, 1e300 })).ShouldBe("\"[0.1,1E+300]\"");
        Written((ref csv) => csv.WriteDynamic(new ReadOnlyMemory<double>([0.1]))).ShouldBe("[0.1]");
        Written((ref csv) => csv.WriteDynamic((ReadOnlyMemory<double>?)new double[] { 1 })).ShouldBe("[1]");
        Written((ref csv) => csv.WriteDynamic(Array.Empty<float>())).ShouldBe("[]");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void NumbersThatJsonLacksAreRefused(float number)
    {
        Refused((ref csv) => csv.WriteDynamic([1, number])).Message.ShouldContain("NaN or infinite");
        Refused((ref csv) => csv.WriteDynamic([1, (double)number])).Message.ShouldContain("NaN or infinite");
    }

    [Fact]
    public void ObjectsGoThroughTheUsersContextMinified()
    {
        Written((ref csv) => csv.WriteDynamic(s_point, Json.Default.Point)).ShouldBe(
            """
            "{""name"":""here"",""value"":1.5}"
            """);
        Written((ref csv) => csv.WriteDynamic(new Place(3), Json.Default.Place)).ShouldBe("\"{\"\"x\"\":3}\"");
        Written((ref csv) => csv.WriteDynamic((Place?)new Place(3), Json.Default.Place)).ShouldBe("\"{\"\"x\"\":3}\"");
    }

    [Fact]
    public void HalfOfASurrogatePairInsideJsonIsRefused()
    {
        foreach (string text in (string[])["\uD83D", "\\\uDE00 after a backslash", "\uFFFD first\uD83D"])
        {
            Refused((ref csv) => csv.WriteDynamic(s_point with { Name = text }, Json.Default.Point)).Message.ShouldContain("surrogate");
            Refused((ref csv) => csv.WriteDynamic(JsonValue.Create(text))).Message.ShouldContain("surrogate");
            Refused((ref csv) => csv.WriteDynamic($"\"{text}\"")).Message.ShouldContain("surrogate");
        }
    }

    [Fact]
    public void WhatTheSerializerRefusesIsARowThatCannotBeWritten()
    {
        JsonElement half = JsonElement.Parse("\"\\ud83d\"");

        Refused((ref csv) => csv.WriteDynamic(s_point with { Value = double.NaN }, Json.Default.Point)).InnerException.ShouldNotBeNull();
        Refused((ref csv) => csv.WriteDynamic(JsonValue.Create(double.NaN))).InnerException.ShouldNotBeNull();
        Refused((ref csv) => csv.WriteDynamic(half)).InnerException.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("\uFFFD")]
    [InlineData("\\uFFFD")]
    [InlineData("\\\\uFFFD")]
    public void ReplacementCharacterInsideJsonIsText(string text)
    {
        string field = Written((ref csv) => csv.WriteDynamic(JsonValue.Create(text)));

        JsonSerializer.Deserialize<string>(field[1..^1].Replace("\"\"", "\"")).ShouldBe(text);
    }

    [Fact]
    public void JsonOfOneMebibyteIsTheMost()
    {
        string most = $"\"{new string('x', CsvLimits.MaxValueBytes - 2)}\"";

        Written((ref csv) => csv.WriteDynamic(most)).Length.ShouldBe(CsvLimits.MaxValueBytes + 4);
        Refused((ref csv) => csv.WriteDynamic(most + " ")).Message.ShouldContain("1048576");
        Refused((ref csv) => csv.WriteDynamic($"\"{new string('é', CsvLimits.MaxValueBytes / 2)}\"")).Message.ShouldContain("1048576");
        Refused((ref csv) => csv.WriteDynamic(s_point with { Name = most }, Json.Default.Point)).Message.ShouldContain("1048576");
    }

    internal sealed record Point(string Name, double Value);

    internal readonly record struct Place(int X);

    [JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Point))]
    [JsonSerializable(typeof(Place))]
    internal sealed partial class Json : JsonSerializerContext;
}
