using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicSurfaceIsAsApproved() =>
        ApprovedText.ShouldMatch(Kusto.Typed.Testing.PublicApi.Of(typeof(KustoTableAttribute).Assembly), "PublicApi.Kusto.Typed");
}
