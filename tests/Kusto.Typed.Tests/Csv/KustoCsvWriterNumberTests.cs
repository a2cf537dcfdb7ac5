using System.Data.SqlTypes;
using static Kusto.Typed.Tests.Csv.Rows;

namespace Kusto.Typed.Tests.Csv;

public sealed class KustoCsvWriterNumberTests
{
    [Fact]
    public void BoolIsLowerCaseAndNullIsEmpty()
    {
        Written((ref csv) => csv.WriteBool(true)).ShouldBe("true");
        Written((ref csv) => csv.WriteBool(false)).ShouldBe("false");
        Written((ref csv) => csv.WriteBool((bool?)true)).ShouldBe("true");
        Written((ref csv) => csv.WriteBool((bool?)false)).ShouldBe("false");
        Written((ref csv) => csv.WriteBool(null)).ShouldBe("");
    }

    [Fact]
    public void IntIsDigitsWithASignWhereNegative()
    {
        Written((ref csv) => csv.WriteInt(0)).ShouldBe("0");
        Written((ref csv) => csv.WriteInt(int.MinValue)).ShouldBe("-2147483648");
        Written((ref csv) => csv.WriteInt(int.MaxValue)).ShouldBe("2147483647");
        Written((ref csv) => csv.WriteInt(sbyte.MinValue)).ShouldBe("-128");
        Written((ref csv) => csv.WriteInt((int?)ushort.MaxValue)).ShouldBe("65535");
        Written((ref csv) => csv.WriteInt(null)).ShouldBe("");
    }

    [Fact]
    public void LongIsDigitsWithASignWhereNegative()
    {
        Written((ref csv) => csv.WriteLong(0L)).ShouldBe("0");
        Written((ref csv) => csv.WriteLong(long.MinValue)).ShouldBe("-9223372036854775808");
        Written((ref csv) => csv.WriteLong((long?)long.MaxValue)).ShouldBe("9223372036854775807");
        Written((ref csv) => csv.WriteLong((long)uint.MaxValue)).ShouldBe("4294967295");
        Written((ref csv) => csv.WriteLong((long?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteLong((ulong)long.MaxValue)).ShouldBe("9223372036854775807");
        Written((ref csv) => csv.WriteLong((ulong?)0)).ShouldBe("0");
        Written((ref csv) => csv.WriteLong((ulong?)null)).ShouldBe("");
    }

    [Fact]
    public void ULongBeyondALongIsRefused()
    {
        Refused((ref csv) => csv.WriteLong((ulong)long.MaxValue + 1)).Message.ShouldContain("make the column a decimal");
        Refused((ref csv) => csv.WriteLong((ulong?)ulong.MaxValue)).Message.ShouldNotContain("18446744073709551615");
    }

    [Fact]
    public void DecimalKeepsItsScaleAndHasNoExponent()
    {
        Written((ref csv) => csv.WriteDecimal(0m)).ShouldBe("0");
        Written((ref csv) => csv.WriteDecimal(19.90m)).ShouldBe("19.90");
        Written((ref csv) => csv.WriteDecimal(decimal.MinValue)).ShouldBe("-79228162514264337593543950335");
        Written((ref csv) => csv.WriteDecimal(-7.9228162514264337593543950335m)).ShouldBe("-7.9228162514264337593543950335");
        Written((ref csv) => csv.WriteDecimal((decimal?)0.0000000000000000000000000001m)).ShouldBe("0.0000000000000000000000000001");
        Written((ref csv) => csv.WriteDecimal((decimal?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDecimal(ulong.MaxValue)).ShouldBe("18446744073709551615");
        Written((ref csv) => csv.WriteDecimal((ulong?)1)).ShouldBe("1");
        Written((ref csv) => csv.WriteDecimal((ulong?)null)).ShouldBe("");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("-0.05")]
    [InlineData("10.00")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("-99999999999999999999999999999999999999")]
    [InlineData("0.99999999999999999999999999999999999999")]
    [InlineData("-0.00000000000000000000000000000000000001")]
    public void SqlDecimalIsWrittenAsItSpellsItself(string text)
    {
        SqlDecimal value = SqlDecimal.Parse(text);

        Written((ref csv) => csv.WriteDecimal(value)).ShouldBe(value.ToString());
        Written((ref csv) => csv.WriteDecimal((SqlDecimal?)value)).ShouldBe(value.ToString());
    }

    [Fact]
    public void AnySqlDecimalIsWrittenAsItSpellsItself() =>
        RandomValues.ForAll(random =>
        {
            SqlDecimal value = random.SqlDecimal();
            Written((ref csv) => csv.WriteDecimal(value)).ShouldBe(value.ToString());
        });

    [Fact]
    public void BothNullsOfSqlDecimalAreEmpty()
    {
        Written((ref csv) => csv.WriteDecimal(SqlDecimal.Null)).ShouldBe("");
        Written((ref csv) => csv.WriteDecimal((SqlDecimal?)null)).ShouldBe("");
    }

    [Fact]
    public void RealIsTheShortestTextThatReadsBackTheSame()
    {
        Written((ref csv) => csv.WriteReal(21.5)).ShouldBe("21.5");
        Written((ref csv) => csv.WriteReal(0.1 + 0.2)).ShouldBe("0.30000000000000004");
        Written((ref csv) => csv.WriteReal(1e-7)).ShouldBe("1E-07");
        Written((ref csv) => csv.WriteReal(1e17)).ShouldBe("1E+17");
        Written((ref csv) => csv.WriteReal(-0.0)).ShouldBe("-0");
        Written((ref csv) => csv.WriteReal(double.MinValue)).ShouldBe("-1.7976931348623157E+308");
        Written((ref csv) => csv.WriteReal((double?)double.Epsilon)).ShouldBe("5E-324");
        Written((ref csv) => csv.WriteReal((double?)null)).ShouldBe("");
    }

    [Fact]
    public void NarrowRealHasTheTextOfItsOwnType()
    {
        Written((ref csv) => csv.WriteReal(0.1f)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteReal((float?)float.MaxValue)).ShouldBe("3.4028235E+38");
        Written((ref csv) => csv.WriteReal((float?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteReal((Half)0.1f)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteReal((Half?)Half.MinValue)).ShouldBe("-65500");
        Written((ref csv) => csv.WriteReal((Half?)null)).ShouldBe("");
    }

    [Fact]
    public void NaNAndTheInfinitiesAreValues()
    {
        Written((ref csv) => csv.WriteReal(double.NaN)).ShouldBe("NaN");
        Written((ref csv) => csv.WriteReal(double.PositiveInfinity)).ShouldBe("Infinity");
        Written((ref csv) => csv.WriteReal(float.NegativeInfinity)).ShouldBe("-Infinity");
        Written((ref csv) => csv.WriteReal(Half.NaN)).ShouldBe("NaN");
    }
}
