using Kusto.Typed.Ingestion.Queued;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Ingestion.Queued;

public sealed class AccountRankingTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void AccountsTakeTurnsAndSoDoTheirResources()
    {
        AccountRanking ranking = new(_clock);
        Uri[] resources = [At("a", 1), At("a", 2), At("b", 1), At("b", 2), At("b", 3)];

        IReadOnlyList<Uri> order = ranking.Order(resources);

        order.ShouldBe(resources, ignoreOrder: true);
        order.Take(2).Select(AccountRanking.AccountOf).ShouldBe(["a", "b"], ignoreOrder: true);
        order.Skip(2).Take(2).Select(AccountRanking.AccountOf).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void AnAccountThatFailsComesLastUntilAMinuteHasPassed()
    {
        AccountRanking ranking = new(_clock);
        Uri[] resources = [At("bad", 1), At("good", 1)];
        for (int time = 0; time < 3; time++)
        {
            ranking.Report(resources[0], succeeded: false);
            ranking.Report(resources[1], succeeded: true);
        }

        Firsts(ranking, resources).ShouldBe(["good"]);

        _clock.Advance(TimeSpan.FromSeconds(61));
        Firsts(ranking, resources).ShouldBe(["bad", "good"], ignoreOrder: true);
    }

    [Fact]
    public void WhatIsNewerCountsForMore()
    {
        AccountHistory recovering = new();
        recovering.Add(_clock.GetUtcNow(), succeeded: false);
        recovering.Add(_clock.GetUtcNow().AddSeconds(30), succeeded: true);

        AccountHistory failing = new();
        failing.Add(_clock.GetUtcNow(), succeeded: true);
        failing.Add(_clock.GetUtcNow().AddSeconds(30), succeeded: false);

        DateTimeOffset later = _clock.GetUtcNow().AddSeconds(30);
        recovering.SuccessAt(later).ShouldBeGreaterThan(0.6);
        failing.SuccessAt(later).ShouldBeLessThan(0.4);
    }

    [Theory]
    [InlineData("https://account7.blob.core.windows.net/container?sig=1", "account7")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/container?sig=1", "devstoreaccount1")]
    [InlineData("http://localhost:10000/devstoreaccount1/container?sig=1", "devstoreaccount1")]
    public void TheAccountIsInTheHostOrInThePath(string address, string account) =>
        AccountRanking.AccountOf(new Uri(address)).ShouldBe(account);

    [Fact]
    public void NothingToOrderIsNothing() => new AccountRanking(_clock).Order([]).ShouldBeEmpty();

    private static string[] Firsts(AccountRanking ranking, Uri[] resources) =>
        [.. Enumerable.Range(0, 60).Select(_ => AccountRanking.AccountOf(ranking.Order(resources)[0])).Distinct()];

    private static Uri At(string account, int container) => new($"https://{account}.blob.core.windows.net/c{container}?sig=x");
}
