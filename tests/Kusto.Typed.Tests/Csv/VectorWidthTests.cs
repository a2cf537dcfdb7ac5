using System.Runtime.Intrinsics;

namespace Kusto.Typed.Tests.Csv;

/// <summary>A run that means to test a width has it: otherwise all of it would test another one, and say nothing.</summary>
public sealed class VectorWidthTests
{
    [Fact]
    public void VectorsAreUsedUnlessTheRunIsWithoutThem() =>
        Vector128.IsHardwareAccelerated.ShouldBe(IsOn("DOTNET_EnableHWIntrinsic"));

    [Fact]
    public void VectorsAreNoWiderThanTheRunSays()
    {
        bool avx2 = IsOn("DOTNET_EnableHWIntrinsic") && IsOn("DOTNET_EnableAVX2");

        Vector256.IsHardwareAccelerated.ShouldBe(avx2 && Vector256.IsHardwareAccelerated);
        Vector512.IsHardwareAccelerated.ShouldBe(avx2 && IsOn("DOTNET_EnableAVX512") && Vector512.IsHardwareAccelerated);
    }

    private static bool IsOn(string variable) => Environment.GetEnvironmentVariable(variable) != "0";
}
