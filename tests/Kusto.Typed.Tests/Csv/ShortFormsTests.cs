using System.Globalization;
using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

/// <summary>The quick ways to read numbers and times, beside .NET's own parsers: where they answer, they answer the same.</summary>
public sealed class ShortFormsTests
{
    [Fact]
    public void IntegersAreReadAsDotNetReadsThem()
    {
        Random random = new(6);
        for (int run = 0; run < 50_000; run++)
        {
            long number = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(5, 63);
            byte[] text = Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

            ShortNumber.TryRead(text, out long value).ShouldBeTrue();

            value.ShouldBe(number);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-7")]
    [InlineData("007")]
    [InlineData("999999999999999999")]
    [InlineData("-999999999999999999")]
    public void ShortIntegersTakeTheQuickWay(string text)
    {
        ShortNumber.TryRead(Encoding.UTF8.GetBytes(text), out long value).ShouldBeTrue();
        value.ShouldBe(long.Parse(text, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(" 1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1\u0660")]
    [InlineData("9223372036854775807")]
    public void WhatIsNoShortIntegerIsLeftToOthers(string text) =>
        ShortNumber.TryRead(Encoding.UTF8.GetBytes(text), out long _).ShouldBeFalse();

    [Fact]
    public void RealsAreReadAsDotNetReadsThem()
    {
        Random random = new(7);
        for (int run = 0; run < 100_000; run++)
        {
            string digits = random.NextInt64(1_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
            digits = digits[..(1 + random.Next(digits.Length))];
            string text = (random.Next(2) == 0 ? "-" : "") + digits.Insert(random.Next(digits.Length + 1), random.Next(4) == 0 ? "" : ".");

            ShortNumber.TryRead(Encoding.UTF8.GetBytes(text), out double value).ShouldBeTrue(text);

            BitConverter.DoubleToInt64Bits(value)
                .ShouldBe(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    [InlineData("1234567890123456")]
    public void WhatIsNoShortRealIsLeftToOthers(string text) =>
        ShortNumber.TryRead(Encoding.UTF8.GetBytes(text), out double _).ShouldBeFalse();

    [Fact]
    public void TimesAreReadAsDotNetReadsThem()
    {
        Random random = new(8);
        for (int run = 0; run < 50_000; run++)
        {
            DateTime time = new(random.NextInt64(DateTime.MaxValue.Ticks + 1), DateTimeKind.Utc);
            string form = random.Next(3) switch
            {
                0 => "yyyy-MM-dd'T'HH:mm:ss'Z'",
                1 => "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
                _ => "yyyy-MM-dd'T'HH:mm:ss." + new string('f', 1 + random.Next(7)) + "'Z'",
            };
            string text = time.ToString(form, CultureInfo.InvariantCulture);

            ShortTime.TryRead(Encoding.UTF8.GetBytes(text), out DateTime value).ShouldBeTrue(text);

            value.ShouldBe(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
            value.Kind.ShouldBe(DateTimeKind.Utc);
        }
    }

    [Theory]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-01-00T00:00:00Z")]
    [InlineData("2026-01-01T24:00:00Z")]
    [InlineData("2026-01-01T00:60:00Z")]
    [InlineData("2026-01-01T00:00:60Z")]
    [InlineData("2026-01-01T00:00:00")]
    [InlineData("2026-01-01 00:00:00Z")]
    [InlineData("2026-01-01T00:00:00.Z")]
    [InlineData("2026-01-01T00:00:00.12345678Z")]
    [InlineData("2026-01-01T00:00:00.1x3Z")]
    [InlineData("2026-01-01T00:00:00+01:00")]
    [InlineData("2026-0a-01T00:00:00Z")]
    [InlineData("")]
    [InlineData("Z")]
    public void WhatIsNoPlainTimeIsLeftToOthers(string text) =>
        ShortTime.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();
}
