using System.Buffers.Text;
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

    [Fact]
    public void ShortNumbersAtTheEndOfOtherBytesAreReadAsDotNetReadsThem()
    {
        Random random = new(12);
        for (int run = 0; run < 200_000; run++)
        {
            string digits = SomeDigits(random, 100_000_000);
            string sign = random.Next(2) == 0 ? "-" : "";
            string real = digits.Length == 8 ? digits : digits.Insert(random.Next(digits.Length + 1), ".");

            AtEnd(sign + digits, out long integer).ShouldBeTrue(digits);
            AtEnd(sign + real, out double value).ShouldBeTrue(real);

            integer.ShouldBe(long.Parse(sign + digits, CultureInfo.InvariantCulture));
            BitConverter.DoubleToInt64Bits(value)
                .ShouldBe(BitConverter.DoubleToInt64Bits(double.Parse(sign + real, CultureInfo.InvariantCulture)), real);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("1..3")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("1e5")]
    [InlineData(" 1")]
    [InlineData("+1")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    [InlineData("/5")]
    [InlineData(":5")]
    [InlineData("5\u00E9")]
    [InlineData("123456789")]
    [InlineData("-123456789")]
    [InlineData("12345.6789")]
    public void WhatIsNoNumberOfEightCharactersIsLeftToOthers(string text)
    {
        AtEnd(text, out long _).ShouldBeFalse();
        AtEnd(text, out double _).ShouldBeFalse();
    }

    [Fact]
    public void ANumberThatBeginsBeforeAllBytesIsLeftToOthers()
    {
        ShortNumber.TryReadAtEnd("1234567"u8, 1, out long _).ShouldBeFalse();
        ShortNumber.TryReadAtEnd("123456.7"u8, 8, out double _).ShouldBeFalse();
    }

    // Digits and a point stand before the text: they must not count.
    // Of every length as often as of another.
    private static string SomeDigits(Random random, long below)
    {
        string digits = random.NextInt64(below).ToString(CultureInfo.InvariantCulture);
        return digits[..(1 + random.Next(digits.Length))];
    }

    private static bool AtEnd(string text, out long value) =>
        ShortNumber.TryReadAtEnd(Encoding.UTF8.GetBytes("7.12345678" + text), Encoding.UTF8.GetByteCount(text), out value);

    private static bool AtEnd(string text, out double value) =>
        ShortNumber.TryReadAtEnd(Encoding.UTF8.GetBytes("7.12345678" + text), Encoding.UTF8.GetByteCount(text), out value);

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
            string digits = SomeDigits(random, 1_000_000_000_000_000);
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

    [Fact]
    public void EveryDayOfManyYearsIsReadAsDotNetReadsIt()
    {
        for (DateTime day = new(1895, 1, 1); day.Year < 2110; day = day.AddDays(1))
        {
            string text = day.ToString("yyyy-MM-dd'T'23:59:59'Z'", CultureInfo.InvariantCulture);

            ShortTime.TryRead(Encoding.UTF8.GetBytes(text), out DateTime value).ShouldBeTrue(text);

            value.ShouldBe(day.AddDays(1).AddSeconds(-1));
        }
    }

    [Fact]
    public void EveryByteOfATimeIsLookedAt() =>
        EveryByteIsLookedAt("2026-12-31T08:15:49.1234567Z", text => ShortTime.TryRead(text, out _), text =>
            DateTime.TryParseExact(
                Encoding.Latin1.GetString(text),
                "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out _));

    [Fact]
    public void GuidsAreReadAsDotNetReadsThem()
    {
        Random random = new(9);
        byte[] bytes = new byte[16];
        for (int run = 0; run < 20_000; run++)
        {
            random.NextBytes(bytes);
            Guid guid = new(bytes);
            string text = random.Next(2) == 0 ? guid.ToString() : guid.ToString().ToUpperInvariant();

            GuidText.TryRead(Encoding.UTF8.GetBytes(text), out Guid value).ShouldBeTrue(text);

            value.ShouldBe(guid);
        }
    }

    [Fact]
    public void EveryByteOfAGuidIsLookedAt() =>
        EveryByteIsLookedAt(
            "01234567-89ab-cdef-ABCD-EF0123456789",
            text => GuidText.TryRead(text, out _),
            text => Utf8Parser.TryParse(text, out Guid _, out int length, 'D') && length == text.Length);

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdefABCDEF0123456789")]
    [InlineData("{01234567-89ab-cdef-ABCD-EF0123456789}")]
    public void WhatIsNoPlainGuidIsLeftToOthers(string text) =>
        GuidText.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

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

    // Any byte at any place, so that none is taken for a digit that is none.
    private static void EveryByteIsLookedAt(string good, Predicate<byte[]> isRead, Predicate<byte[]> isRight)
    {
        isRead(Encoding.UTF8.GetBytes(good)).ShouldBeTrue();
        for (int place = 0; place < good.Length; place++)
        {
            for (int other = 0; other <= byte.MaxValue; other++)
            {
                byte[] text = Encoding.UTF8.GetBytes(good);
                text[place] = (byte)other;

                isRead(text).ShouldBe(isRight(text), $"byte {other} at {place}");
            }
        }
    }
}
