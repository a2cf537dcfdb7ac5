using Kusto.Typed.Testing;

namespace Kusto.Typed.Local.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicSurfaceIsAsApproved() =>
        ApprovedText.ShouldMatch(Kusto.Typed.Testing.PublicApi.Of(typeof(LocalKusto).Assembly), "PublicApi.Kusto.Typed.Local");
}
