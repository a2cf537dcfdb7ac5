using Kusto.Typed.Testing;

namespace Kusto.Typed.Build.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicSurfaceIsAsApproved() =>
        ApprovedText.ShouldMatch(Kusto.Typed.Testing.PublicApi.Of(typeof(KustoTask).Assembly), "PublicApi.Kusto.Typed.Build");
}
