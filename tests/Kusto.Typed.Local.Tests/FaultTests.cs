using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task AnAnswerComesForAsManyRequestsAsItWasToldFor()
    {
        await using Client client = await Client.StartAsync();
        client.Local.Faults.Add(LocalFault.Answer(503, "ServiceUnavailable_X") with { Times = 2 });
        for (int round = 0; round < 2; round++)
        {
            Answer answer = await client.IngestAsync("1,a\n");
            (answer.Status, answer.Code, answer.Error["@permanent"]!.GetValue<bool>())
                .ShouldBe((503, "ServiceUnavailable_X", false));
        }

        client.Local.Faults.Remaining.ShouldBe(0);
        (await client.IngestAsync("1,a\n")).Status.ShouldBe(200);
        client.Samples.CountRows("T").ShouldBe(1);
    }

    [Fact]
    public async Task ThrottlingMaySayWhenToComeBack()
    {
        await using Client client = await Client.StartAsync();
        client.Local.Faults.Add(LocalFault.Throttle(TimeSpan.FromSeconds(1.5)));
        client.Local.Faults.Add(LocalFault.Throttle());
        Answer answer = await client.IngestAsync("1,a\n");
        answer.Status.ShouldBe(429);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        (await client.IngestAsync("1,a\n")).Headers.RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task AFaultIsForItsKindOfRequests()
    {
        await using Client client = await Client.StartAsync();
        client.Local.Faults.Add(LocalFault.Answer(500, "Q", permanent: true) with { Requests = LocalRequestKind.Query });
        client.Local.Faults.Add(LocalFault.Answer(500, "M") with { Requests = LocalRequestKind.Management });
        (await client.IngestAsync("1,a\n")).Status.ShouldBe(200);
        Answer query = await client.QueryAsync("T | count");
        (query.Code, query.Error["@permanent"]!.GetValue<bool>()).ShouldBe(("Q", true));
        (await client.PostAsync("v1/rest/mgmt", new { csl = ".show tables" })).Code.ShouldBe("M");

        client.Local.Faults.Add(LocalFault.Answer(500, "Any") with { Requests = LocalRequestKind.Any });
        (await client.QueryAsync("T | count")).Code.ShouldBe("Any");
    }

    [Theory]
    [InlineData(LocalFaultMoment.BeforeBody, 0)]
    [InlineData(LocalFaultMoment.InsideBody, 0)]
    [InlineData(LocalFaultMoment.AfterBody, 0)]
    [InlineData(LocalFaultMoment.BeforeAnswer, 1)]
    public async Task AClosedConnectionLeavesRowsOnlyWhereTheRequestWasDone(LocalFaultMoment moment, int rows)
    {
        await using Client client = await Client.StartAsync();
        client.Local.Faults.Add(LocalFault.CloseConnection(moment));
        await Should.ThrowAsync<HttpRequestException>(() => client.IngestAsync("1,a\n"));
        client.Samples.CountRows("T").ShouldBe(rows);
        (await client.IngestAsync("2,b\n")).Status.ShouldBe(200);
        client.Samples.CountRows("T").ShouldBe(rows + 1);
    }

    [Fact]
    public async Task ADelayedRequestGoesOnWhenItIsReleased()
    {
        await using Client client = await Client.StartAsync();
        TaskCompletionSource release = new();
        client.Local.Faults.Add(LocalFault.Delay(release.Task));
        Task<Answer> delayed = client.IngestAsync("1,a\n");
        (await client.NoFaultIsLeftAsync()).ShouldBeTrue();
        delayed.IsCompleted.ShouldBeFalse();
        release.SetResult();
        (await delayed).Status.ShouldBe(200);
    }

    [Fact]
    public async Task StoppingDoesNotWaitForADelayedRequest()
    {
        Client client = await Client.StartAsync();
        client.Local.Faults.Add(LocalFault.Delay(new TaskCompletionSource().Task));
        Task<Answer> delayed = client.IngestAsync("1,a\n");
        (await client.NoFaultIsLeftAsync()).ShouldBeTrue();
        await client.Local.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(() => delayed);
        await client.DisposeAsync();
    }

    [Fact]
    public void FaultsThatWaitCanBeForgotten()
    {
        LocalFaults faults = new();
        faults.Add(LocalFault.Throttle() with { Times = 3 });
        faults.Remaining.ShouldBe(3);
        faults.Clear();
        faults.Remaining.ShouldBe(0);
        faults.Take(LocalRequestKind.Ingest).ShouldBeNull();
    }

    [Fact]
    public void AFaultThatMakesNoSenseIsRefused()
    {
        LocalFaults faults = new();
        Should.Throw<ArgumentOutOfRangeException>(() => faults.Add(LocalFault.Throttle() with { Times = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => LocalFault.Answer(200, "x"));
        Should.Throw<ArgumentException>(() => LocalFault.Answer(500, ""));
    }
}
