using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Emission;

public sealed class ConverterTests
{
    private const string Beside =
        """
        public readonly record struct Money(decimal Amount);
        public sealed class Tag(string text) { public string Text { get; } = text; }
        public sealed class MoneyConverter : IKustoConverter<Money, decimal>
        {
            public static decimal ToField(Money value) => value.Amount;
            public static Money FromField(decimal field) => new(field);
        }
        public sealed class TagConverter : IKustoConverter<Tag, string>
        {
            public static string ToField(Tag value) => value.Text;
            public static Tag FromField(string field) => new(field);
        }
        """;

    [Fact]
    public void ValueIsWhatTheConverterMakesOfIt() =>
        Generate(Row("[KustoConverter(typeof(MoneyConverter))] public Money Price { get; init; }", Beside))
            .ShouldHaveSchema(".Decimal(\"Price\")")
            .ShouldReserve(32)
            .ShouldHaveWriteBody("csv.WriteDecimal(global::Weather.MoneyConverter.ToField(row.Price));   // 0 Price")
            .ShouldHaveReadBody(
                "new()\n{\nPrice = global::Weather.MoneyConverter.FromField(record.ReadDecimal(0)),\n};");

    [Fact]
    public void NullIsNotConverted() =>
        Generate(Row(
            "[KustoConverter(typeof(MoneyConverter))] public Money? Price { get; init; }\n"
            + "[KustoConverter(typeof(TagConverter))] public Tag? Tag { get; init; }",
            Beside))
            .ShouldHaveWriteBody(
                """
                csv.WriteDecimal(row.Price is { } value0 ? (decimal?)global::Weather.MoneyConverter.ToField(value0) : null);   // 0 Price: empty when null
                csv.WriteString(row.Tag is { } value1 ? (string?)global::Weather.TagConverter.ToField(value1) : null);   // 1 Tag: empty when null
                """)
            .ShouldHaveReadBody(
                """
                new()
                {
                Price = record.IsNull(0) ? null : global::Weather.MoneyConverter.FromField(record.ReadDecimal(0)),
                Tag = record.IsNull(1) ? null : global::Weather.TagConverter.FromField(record.ReadString(1)),
                };
                """);

    [Fact]
    public void ConverterGoesWithTypesThatAreNoColumns() =>
        Generate(Row(
            "[KustoConverter(typeof(WholeConverter))] public Int128 Whole { get; init; }",
            """
            public sealed class WholeConverter : IKustoConverter<Int128, string>
            {
                public static string ToField(Int128 value) => value.ToString();
                public static Int128 FromField(string field) => Int128.Parse(field);
            }
            """))
            .ShouldHaveSchema(".String(\"Whole\")");

    [Theory]
    [InlineData("public sealed class C { }", "does not implement IKustoConverter<Money, …>")]
    [InlineData("public sealed class C : IKustoConverter<string, int> { public static int ToField(string v) => 0; public static string FromField(int f) => \"\"; }", "does not implement")]
    [InlineData("public sealed class C : IKustoConverter<Money, Tag> { public static Tag ToField(Money v) => new(\"\"); public static Money FromField(Tag f) => default; }", "gives a 'Weather.Tag', which is no scalar type")]
    [InlineData("public sealed class C : IKustoConverter<Money, int?> { public static int? ToField(Money v) => 0; public static Money FromField(int? f) => default; }", "no scalar type without a null")]
    [InlineData("public sealed class C : IKustoConverter<Money, int> { static int IKustoConverter<Money, int>.ToField(Money v) => 0; public static Money FromField(int f) => default; }", "make them public")]
    public void ConverterThatDoesNotFitIsRejected(string converter, string problem) =>
        Generate(Row("[KustoConverter({|KT0032:typeof(C)|})] public Money Price { get; init; }", Beside + "\n" + converter))
            .ShouldReport(DiagnosticDescriptors.ConverterDoesNotFit, "'Price'", problem);

    [Fact]
    public void TypeIsTheConvertersToSay() =>
        Generate(Row(
            "[KustoConverter({|KT0032:typeof(MoneyConverter)|}), KustoColumn(Type = KustoType.String)] public Money Price { get; init; }", Beside))
            .ShouldReport(DiagnosticDescriptors.ConverterDoesNotFit, "Type and Transform have no say");
}
