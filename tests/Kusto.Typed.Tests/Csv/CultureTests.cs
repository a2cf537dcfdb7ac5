using Kusto.Typed.Testing;
using static Kusto.Typed.Tests.Csv.Rows;

namespace Kusto.Typed.Tests.Csv;

public sealed class CultureTests
{
    public static TheoryData<string> Cultures => [.. CultureScope.Foreign];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void CultureTakesNoPart(string culture)
    {
        using CultureScope scope = new(culture);

        Written((ref csv) => csv.WriteInt(-1)).ShouldBe("-1");
        Written((ref csv) => csv.WriteLong(-1L)).ShouldBe("-1");
        Written((ref csv) => csv.WriteReal(-1.5)).ShouldBe("-1.5");
        Written((ref csv) => csv.WriteReal(-1.5f)).ShouldBe("-1.5");
        Written((ref csv) => csv.WriteReal(double.NaN)).ShouldBe("NaN");
        Written((ref csv) => csv.WriteReal(double.NegativeInfinity)).ShouldBe("-Infinity");
        Written((ref csv) => csv.WriteDecimal(-1234567.5m)).ShouldBe("-1234567.5");
        Written((ref csv) => csv.WriteDateTime(DateTime.MinValue)).ShouldBe("0001-01-01T00:00:00Z");
        Written((ref csv) => csv.WriteTimeSpan(TimeSpan.FromTicks(-15000000))).ShouldBe("-00:00:01.5000000");
        Written((ref csv) => csv.WriteEnum((Weekdays)(-8))).ShouldBe("-8");
        Written((ref csv) => csv.WriteEnumNumber((Weekdays)(-8))).ShouldBe("-8");
        Written((ref csv) => csv.WriteString(new Version(1, 2))).ShouldBe("1.2");
        Written((ref csv) => csv.WriteDynamic([-1.5])).ShouldBe("[-1.5]");
    }
}
