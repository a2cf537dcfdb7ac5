using System.Globalization;
using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

/// <summary>What is written in a quick way is what the plain way writes.</summary>
public sealed class FastPathTests
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    [Fact]
    public void RealsOfFewDecimalsAreWrittenAsByDotNet()
    {
        Random random = new(20260131);
        byte[] field = new byte[32];
        int quick = 0;
        for (int round = 0; round < 100_000; round++)
        {
            double value = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-5, 12)), random.Next(0, 9));
            quick += ShortReal.WriteField(value, ref field[0]) > 0 ? 1 : 0;
            Rows.Written((ref csv) => csv.WriteReal(value)).ShouldBe(value.ToString("R", CultureInfo.InvariantCulture));
        }

        quick.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public void RealsOfAnyDecimalsAreWrittenAsByDotNet()
    {
        Random random = new(20260131);
        byte[] field = new byte[64];
        for (int round = 0; round < 1_000_000; round++)
        {
            // Of every size that is written without an exponent, and of texts of every length.
            double value = (random.NextDouble() + 0.1) * Math.Pow(10, random.Next(-4, 15)) * (round % 2 == 0 ? 1 : -1);
            value = round % 4 < 2 ? value : double.Parse(value.ToString("G" + (1 + random.Next(17)), s_invariant), s_invariant);
            ShouldBeAsByDotNet(value, field);
        }
    }

    [Fact]
    public void RealsAroundEveryPowerAreWrittenAsByDotNet()
    {
        byte[] field = new byte[64];
        foreach (double power in Enumerable.Range(-14, 65).Select(two => Math.Pow(2, two))
            .Concat(Enumerable.Range(-4, 20).Select(ten => Math.Pow(10, ten))))
        {
            double below = power;
            double above = power;
            for (int step = 0; step < 2_000; step++)
            {
                ShouldBeAsByDotNet(below, field);
                ShouldBeAsByDotNet(above, field);
                below = Math.BitDecrement(below);
                above = Math.BitIncrement(above);
            }
        }
    }

    private static void ShouldBeAsByDotNet(double value, byte[] field)
    {
        string expected = Math.Abs(value) is >= 1e-4 and < 1e15 ? value.ToString("R", s_invariant) + "," : "";
        int written = (int)LongReal.WriteField(value, ref field[0]);
        string text = Encoding.ASCII.GetString(field, 0, written);
        if (text != expected)
        {
            text.ShouldBe(expected);
        }
    }

    [Fact]
    public void RealsOfFourDecimalsAreWrittenAsByDotNetAroundEveryPowerOfTen()
    {
        foreach (int power in (int[])[1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000])
        {
            for (int near = -1_100; near <= 1_100; near++)
            {
                double value = (power + near) / 1e4;
                Rows.Written((ref csv) => csv.WriteReal(value)).ShouldBe(value.ToString("R", CultureInfo.InvariantCulture));
                double next = Math.BitIncrement(value);
                Rows.Written((ref csv) => csv.WriteReal(next)).ShouldBe(next.ToString("R", CultureInfo.InvariantCulture));
            }
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.0001)]
    [InlineData(0.00009999)]
    [InlineData(0.000001)]
    [InlineData(0.1)]
    [InlineData(-1.5)]
    [InlineData(0.1234567)]
    [InlineData(999999999.999999)]
    [InlineData(999999999.9999999)]
    [InlineData(1000000000)]
    [InlineData(1.0000005)]
    [InlineData(0.30000000000000004)]
    [InlineData(4503599627370495.5)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void RealsAtTheBordersAreWrittenAsByDotNet(double value) =>
        Rows.Written((ref csv) => csv.WriteReal(value)).ShouldBe(value.ToString("R", CultureInfo.InvariantCulture));

    [Fact]
    public void TheNegativeZeroKeepsItsSign() => Rows.Written((ref csv) => csv.WriteReal(-0.0)).ShouldBe("-0");

    [Fact]
    public void QuotesAreDoubledWhereverTheyStand()
    {
        Random random = new(7);
        for (int length = 0; length < 70; length++)
        {
            for (int round = 0; round < 50; round++)
            {
                string text = string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(3) == 0 ? '"' : 'x'));
                string doubled = text.Replace("\"", "\"\"", StringComparison.Ordinal);

                Doubled(text, room: 16).ShouldBe(doubled);
                Doubled(text, room: 0).ShouldBe(doubled);
            }
        }
    }

    [Fact]
    public void ShortTextsAreWrittenWhereNothingInThemIsSpecial()
    {
        byte[] field = new byte[ShortText.LongestLength];
        for (int length = 1; length <= ShortText.LongestLength; length++)
        {
            string plain = string.Concat(Enumerable.Range(0, length).Select(place => (char)('a' + (place % 26))));
            ShortText.TryWrite(plain, field).ShouldBeTrue();
            Encoding.ASCII.GetString(field, 0, length).ShouldBe(plain);
            for (int place = 0; place < length; place++)
            {
                foreach (char special in ",\"\r\n\u0080\u00e9\u6f22\uFEFF\ud83c")
                {
                    ShortText.TryWrite(plain.Remove(place, 1).Insert(place, special.ToString()), field)
                        .ShouldBeFalse($"U+{(int)special:X4} at {place} of {length}");
                }
            }

            ShortText.TryWrite(" " + plain[1..], field).ShouldBeFalse();
            ShortText.TryWrite(plain[1..] + "\t", field).ShouldBeFalse();
        }
    }

    private static string Doubled(string text, int room)
    {
        byte[] field = new byte[(2 * text.Length) + room];
        return Encoding.ASCII.GetString(field, 0, QuoteDoubling.Write(Encoding.ASCII.GetBytes(text), field));
    }
}
