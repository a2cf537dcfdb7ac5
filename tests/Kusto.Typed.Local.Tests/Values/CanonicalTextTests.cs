using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kusto.Typed.Local.Values;

namespace Kusto.Typed.Local.Tests.Values;

public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData(KustoType.Bool, "true", "true")]
    [InlineData(KustoType.Bool, "False", "false")]
    [InlineData(KustoType.Bool, "TRUE", "true")]
    [InlineData(KustoType.Bool, "1", "true")]
    [InlineData(KustoType.Bool, "0", "false")]
    [InlineData(KustoType.Bool, "yes", null)]
    [InlineData(KustoType.Bool, "2", null)]
    [InlineData(KustoType.Int, "2147483647", "2147483647")]
    [InlineData(KustoType.Int, "-2147483648", "-2147483648")]
    [InlineData(KustoType.Int, "2147483648", null)]
    [InlineData(KustoType.Int, "+7", "7")]
    [InlineData(KustoType.Int, "007", "7")]
    [InlineData(KustoType.Int, "2.5", null)]
    [InlineData(KustoType.Int, "1,000", null)]
    [InlineData(KustoType.Int, " 1", null)]
    [InlineData(KustoType.Int, "0x10", null)]
    [InlineData(KustoType.Long, "9223372036854775807", "9223372036854775807")]
    [InlineData(KustoType.Long, "-9223372036854775808", "-9223372036854775808")]
    [InlineData(KustoType.Long, "9223372036854775808", null)]
    [InlineData(KustoType.Real, "21.5", "21.5")]
    [InlineData(KustoType.Real, "1.7976931348623157E+308", "1.7976931348623157E+308")]
    [InlineData(KustoType.Real, "1e-7", "1E-07")]
    [InlineData(KustoType.Real, "1.0E10", "10000000000")]
    [InlineData(KustoType.Real, "-0", "-0")]
    [InlineData(KustoType.Real, "NaN", "NaN")]
    [InlineData(KustoType.Real, "Infinity", "Infinity")]
    [InlineData(KustoType.Real, "-Infinity", "-Infinity")]
    [InlineData(KustoType.Real, "nan", null)]
    [InlineData(KustoType.Real, "1e999", null)]
    [InlineData(KustoType.Real, "1.5 ", null)]
    [InlineData(KustoType.DateTime, "2026-01-31", "2026-01-31T00:00:00Z")]
    [InlineData(KustoType.DateTime, "2026-01-31T08:15:00.1234567Z", "2026-01-31T08:15:00.1234567Z")]
    [InlineData(KustoType.DateTime, "2026-01-31 08:15:00", "2026-01-31T08:15:00Z")]
    [InlineData(KustoType.DateTime, "2026-01-31T08:15:00.5", "2026-01-31T08:15:00.5000000Z")]
    [InlineData(KustoType.DateTime, "2026-01-31T08:15:00+01:30", "2026-01-31T06:45:00Z")]
    [InlineData(KustoType.DateTime, "2026-01-31T08:15:00-08:00", "2026-01-31T16:15:00Z")]
    [InlineData(KustoType.DateTime, "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData(KustoType.DateTime, "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData(KustoType.DateTime, "0001-01-01T00:00:00+01:00", null)]
    [InlineData(KustoType.DateTime, "2026-01-31T08:15:00.12345678Z", null)]
    [InlineData(KustoType.DateTime, "2026-01-31T08:15:00.Z", null)]
    [InlineData(KustoType.DateTime, "2026-02-30", null)]
    [InlineData(KustoType.DateTime, "2026-02-29T00:00:00Z", null)]
    [InlineData(KustoType.DateTime, "2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z")]
    [InlineData(KustoType.DateTime, "2026-01-31T24:00:00Z", null)]
    [InlineData(KustoType.DateTime, "2026-13-01T00:00:00Z", null)]
    [InlineData(KustoType.DateTime, "0000-01-01T00:00:00Z", null)]
    [InlineData(KustoType.DateTime, "2026-01-31T08:15:00.123456xZ", null)]
    [InlineData(KustoType.DateTime, "2026-01-31T08:15:00+0130Z", null)]
    [InlineData(KustoType.DateTime, "2026-01-31t08:15:00z", null)]
    [InlineData(KustoType.DateTime, "31/01/2026", null)]
    [InlineData(KustoType.DateTime, "2026-01-31Z", null)]
    [InlineData(KustoType.TimeSpan, "1.02:03:04.5", "1.02:03:04.5000000")]
    [InlineData(KustoType.TimeSpan, "-00:00:02.0020002", "-00:00:02.0020002")]
    [InlineData(KustoType.TimeSpan, "00:00:00", "00:00:00")]
    [InlineData(KustoType.TimeSpan, "2d", "2.00:00:00")]
    [InlineData(KustoType.TimeSpan, "1.5h", "01:30:00")]
    [InlineData(KustoType.TimeSpan, "250ms", "00:00:00.2500000")]
    [InlineData(KustoType.TimeSpan, "7microseconds", "00:00:00.0000070")]
    [InlineData(KustoType.TimeSpan, "1tick", "00:00:00.0000001")]
    [InlineData(KustoType.TimeSpan, "PT2S", null)]
    [InlineData(KustoType.TimeSpan, "25:00:00", null)]
    [InlineData(KustoType.TimeSpan, "999999999999d", null)]
    [InlineData(KustoType.Guid, "5F0C2A54-9f1e-4a7b-8f0a-0d6c3c1b2a11", "5f0c2a54-9f1e-4a7b-8f0a-0d6c3c1b2a11")]
    [InlineData(KustoType.Guid, "5f0c2a549f1e4a7b8f0a0d6c3c1b2a11", "5f0c2a54-9f1e-4a7b-8f0a-0d6c3c1b2a11")]
    [InlineData(KustoType.Guid, "{5f0c2a54-9f1e-4a7b-8f0a-0d6c3c1b2a11}", null)]
    [InlineData(KustoType.Decimal, "19.90", "19.9")]
    [InlineData(KustoType.Decimal, "1e5", "100000")]
    [InlineData(KustoType.Decimal, "-1.5E-3", "-0.0015")]
    [InlineData(KustoType.Decimal, "00.0", "0")]
    [InlineData(KustoType.Decimal, "-0", "0")]
    [InlineData(KustoType.Decimal, ".5", "0.5")]
    [InlineData(KustoType.Decimal, "12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData(KustoType.Decimal, "0.1234567890123456789012345678901234567", "0.1234567890123456789012345678901234567")]
    [InlineData(KustoType.Decimal, "123456789012345678901234567890123456789", null)]
    [InlineData(KustoType.Decimal, "1e39", null)]
    [InlineData(KustoType.Decimal, "1e-39", null)]
    [InlineData(KustoType.Decimal, "1e999999999", null)]
    [InlineData(KustoType.Decimal, "1.2.3", null)]
    [InlineData(KustoType.Decimal, ".", null)]
    [InlineData(KustoType.Decimal, "--1", null)]
    public void TextBecomesTheOneSpellingOfItsValueOrNothing(KustoType type, string text, string? canonical) =>
        Canonical(type, text).ShouldBe(canonical);

    [Fact]
    public void EveryDoubleComesBackAsItWas() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), static value =>
        {
            string? text = Canonical(KustoType.Real, value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            return text is not null && value.Equals(CellValue.Parse(KustoType.Real, Encoding.UTF8.GetBytes(text)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryInstantComesBackToItsTick() =>
        Prop.ForAll(Ticks(DateTime.MaxValue.Ticks), static ticks =>
        {
            DateTime value = new(ticks, DateTimeKind.Utc);
            string? text = Canonical(KustoType.DateTime, value.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            return text is not null && value.Equals(CellValue.Parse(KustoType.DateTime, Encoding.UTF8.GetBytes(text)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryDecimalComparesAsDotNetCompares() =>
        Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), ArbMap.Default.ArbFor<decimal>(), static (left, right) =>
            Math.Sign(KustoDecimal.Compare(Parsed(left), Parsed(right))) == Math.Sign(left.CompareTo(right)))
            .QuickCheckThrowOnFailure();

    private static KustoDecimal Parsed(decimal value)
    {
        byte[] text = Encoding.UTF8.GetBytes(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        KustoDecimal.TryParse(text, out KustoDecimal parsed).ShouldBeTrue();
        return parsed;
    }

    private static Arbitrary<long> Ticks(long max) =>
        ArbMap.Default.GeneratorFor<ulong>().Select(number => (long)(number % (ulong)max)).ToArbitrary();

    private static string? Canonical(KustoType type, string text)
    {
        byte[] room = new byte[CanonicalText.LongestScalar];
        return CanonicalText.TryWrite(type, Encoding.UTF8.GetBytes(text), room, out int written)
            ? Encoding.UTF8.GetString(room, 0, written)
            : null;
    }
}
