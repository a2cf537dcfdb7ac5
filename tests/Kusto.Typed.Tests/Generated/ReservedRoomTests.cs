using System.Data.SqlTypes;
using System.Net;
using System.Text;
using Kusto.Typed.Tests.Csv;

namespace Kusto.Typed.Tests.Generated;

/// <summary>The longest value of each type, in memory of just the reserved size.</summary>
/// <remarks>Memory comes in powers of two: among all lengths of the string before it, some leave no byte to spare.</remarks>
public sealed class ReservedRoomTests
{
    private const int LongestPad = 350;

    [Fact]
    public void LongestBoolFits() => Fits(pad => new PaddedBool(pad, false));

    [Fact]
    public void LongestIntFits() => Fits(pad => new PaddedInt(pad, int.MinValue));

    [Fact]
    public void LongestLongFits() => Fits(pad => new PaddedLong(pad, long.MinValue));

    [Fact]
    public void LongestUInt64Fits() => Fits(pad => new PaddedUInt64(pad, ulong.MaxValue));

    [Fact]
    public void LongestRealFits() => Fits(pad => new PaddedReal(pad, -2.2250738585072014E-308));

    [Fact]
    public void LongestDecimalFits() => Fits(pad => new PaddedDecimal(pad, new decimal(-1, -1, -1, true, 28)));

    [Fact]
    public void LongestSqlDecimalFits() =>
        Fits(pad => new PaddedSqlDecimal(pad, new SqlDecimal(38, 38, false, -1, -1, -1, 0x3FFF_FFFF)));

    [Fact]
    public void LongestDateTimeFits() => Fits(pad => new PaddedDateTime(pad, new DateTime(DateTime.MaxValue.Ticks, DateTimeKind.Utc)));

    [Fact]
    public void LongestTimeSpanFits() => Fits(pad => new PaddedTimeSpan(pad, TimeSpan.MinValue));

    [Fact]
    public void LongestGuidFits() => Fits(pad => new PaddedGuid(pad, Guid.Empty));

    [Fact]
    public void LongestCharFits() => Fits(pad => new PaddedChar(pad, '"'));

    [Fact]
    public void LongestRuneFits() => Fits(pad => new PaddedRune(pad, new Rune(0x1F600)));

    [Fact]
    public void LongestVersionFits() =>
        Fits(pad => new PaddedVersion(pad, new Version(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)));

    [Fact]
    public void LongestAddressFits() =>
        Fits(pad => new PaddedAddress(pad, new IPAddress(IPAddress.Parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").GetAddressBytes(), uint.MaxValue)));

    [Fact]
    public void LongestEnumNumberFits() => Fits(pad => new PaddedEnumNumber(pad, (PaddedLevel)long.MinValue));

    private static void Fits<TRow>(Func<string, TRow> row)
        where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
    {
        for (int length = 0; length <= LongestPad; length++)
        {
            TRow written = row(new string('日', length) + ",");
            Rows.Read<TRow>(Rows.Write([written], blockBytes: 1)).ShouldBe([written]);
        }
    }
}
