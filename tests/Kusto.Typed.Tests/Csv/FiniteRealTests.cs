using static Kusto.Typed.Tests.Csv.Rows;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Reals of columns that take no NaN and no infinity.</summary>
public sealed class FiniteRealTests
{
    [Fact]
    public void NumbersAreWrittenAsInAnyReal()
    {
        Written((ref csv) => csv.WriteFiniteReal(0.1)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteFiniteReal((double?)0.1)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteFiniteReal(0.1f)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteFiniteReal((float?)0.1f)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteFiniteReal((Half)0.1)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteFiniteReal((Half?)(Half)0.1)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteRealOrNull(double.MaxValue)).ShouldBe("1.7976931348623157E+308");
        Written((ref csv) => csv.WriteRealOrNull((double?)0.1)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteRealOrNull(0.1f)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteRealOrNull((float?)0.1f)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteRealOrNull((Half)0.1)).ShouldBe("0.1");
        Written((ref csv) => csv.WriteRealOrNull((Half?)(Half)0.1)).ShouldBe("0.1");
    }

    [Fact]
    public void NullIsEmpty()
    {
        Written((ref csv) => csv.WriteFiniteReal((double?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteFiniteReal((float?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteFiniteReal((Half?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteRealOrNull((double?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteRealOrNull((float?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteRealOrNull((Half?)null)).ShouldBe("");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void WhatIsNoNumberIsRefusedOrNull(double number)
    {
        Refused((ref csv) => csv.WriteFiniteReal(number)).Message.ShouldContain("the number is NaN or infinite");
        Refused((ref csv) => csv.WriteFiniteReal((float?)number)).Message.ShouldContain("the number is NaN or infinite");
        Refused((ref csv) => csv.WriteFiniteReal((Half)number)).Message.ShouldContain("the number is NaN or infinite");
        Written((ref csv) => csv.WriteRealOrNull(number)).ShouldBe("");
        Written((ref csv) => csv.WriteRealOrNull((double?)number)).ShouldBe("");
        Written((ref csv) => csv.WriteRealOrNull((float)number)).ShouldBe("");
        Written((ref csv) => csv.WriteRealOrNull((float?)number)).ShouldBe("");
        Written((ref csv) => csv.WriteRealOrNull((Half)number)).ShouldBe("");
        Written((ref csv) => csv.WriteRealOrNull((Half?)(Half)number)).ShouldBe("");
    }
}
