using System.Globalization;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Testing;

public sealed class CultureScopeTests
{
    [Theory]
    [InlineData("tr-TR", "1,5")]
    [InlineData("ar-SA", "1٫5")]
    [InlineData("de-DE", "1,5")]
    public void CultureReallyDiffers(string culture, string oneAndAHalf)
    {
        using CultureScope scope = new(culture);

        1.5.ToString(CultureInfo.CurrentCulture).ShouldBe(oneAndAHalf);
    }

    [Fact]
    public void CultureThatProvesNothingIsRefused() =>
        Should.Throw<InvalidOperationException>(() => new CultureScope("en-US")).Message.ShouldContain("ICU");
}
