using Kusto.Typed.Connection;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Connection;

public sealed class RetryPolicyTests
{
    private static readonly KustoServiceException s_transient = new("busy");

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 2.0)]
    [InlineData(3, 4.0)]
    [InlineData(6, 30.0)]
    [InlineData(90, 30.0)]
    public void WaitDoublesUpToItsBound(int attempt, double seconds)
    {
        KustoRetryOptions options = new() { MaxAttempts = 100 };

        Policy(options, random: 1).DelayAfter(attempt, s_transient).ShouldBe(TimeSpan.FromSeconds(seconds));
        Policy(options, random: 0).DelayAfter(attempt, s_transient).ShouldBe(TimeSpan.FromSeconds(seconds / 2));
    }

    [Fact]
    public void LastAttemptIsFollowedByNone() => Policy(new KustoRetryOptions()).DelayAfter(4, s_transient).ShouldBeNull();

    [Fact]
    public void PermanentFailureIsFollowedByNone() =>
        Policy(new KustoRetryOptions()).DelayAfter(1, new KustoServiceException("no") { IsPermanent = true }).ShouldBeNull();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 7)]
    [InlineData(31, null)]
    public void RetryAfterIsHonoured(int asked, int? waited) =>
        Policy(new KustoRetryOptions(), random: 1)
            .DelayAfter(1, new KustoServiceException("busy") { RetryAfter = TimeSpan.FromSeconds(asked) })
            .ShouldBe(waited is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    [Fact]
    public void OptionsOutOfTheirBoundsAreRefused()
    {
        Refused(new KustoRetryOptions { MaxAttempts = 0 });
        Refused(new KustoRetryOptions { MaxAttempts = 101 });
        Refused(new KustoRetryOptions { BaseDelay = TimeSpan.FromTicks(-1) });
        Refused(new KustoRetryOptions { MaxDelay = TimeSpan.FromMilliseconds(999) });
        Refused(new KustoRetryOptions { MaxDelay = TimeSpan.FromHours(2) });
    }

    private static void Refused(KustoRetryOptions options) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new KustoConnection("http://localhost", new KustoConnectionOptions { Retry = options }));

    private static RetryPolicy Policy(KustoRetryOptions options, double random = 0.5) =>
        new(options, new FakeClock(), () => random);
}
