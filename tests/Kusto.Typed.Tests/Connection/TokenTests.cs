using System.Net;
using System.Text;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Connection;

public sealed class TokenTests
{
    private const string Address = "https://c.westus.kusto.windows.net";

    private const string PublicCloud =
        """{"AzureAD":{"LoginEndpoint":"https://login.microsoftonline.com","LoginMfaRequired":false,"KustoServiceResourceId":"https://kusto.kusto.windows.net"},"dSTS":null}""";

    private static readonly string s_version = V1.Table(["BuildVersion"], ["\"1.0\""]);

    [Fact]
    public async Task ClusterIsAskedOnceHowToSignIn()
    {
        PlantedCredential credential = new();
        FakeService service = new FakeService().Answers(200, PublicCloud).Answers(200, s_version).Answers(200, s_version);
        await using KustoConnection kusto = new(Address, credential, service.With());

        await kusto.ExecuteCommandAsync(null, ".show version");
        await kusto.ExecuteCommandAsync(null, ".show version");

        service.Requests.Select(asked => asked.Uri.AbsolutePath)
            .ShouldBe(["/v1/rest/auth/metadata", "/v1/rest/mgmt", "/v1/rest/mgmt"]);
        service.Requests[0].Headers.Keys.ShouldNotContain("Authorization");
        service.Requests[1].Headers["Authorization"].ShouldBe("Bearer PLANTEDTOKEN1");
        service.Requests[2].Headers["Authorization"].ShouldBe("Bearer PLANTEDTOKEN1");
        credential.Requests.ShouldHaveSingleItem().Scopes.ShouldBe(["https://kusto.kusto.windows.net/.default"]);
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "{\"AzureAD\":null}")]
    [InlineData(200, "{\"AzureAD\":{}}")]
    public async Task ClusterThatSaysNothingIsInThePublicCloud(int status, string metadata) =>
        (await ScopeAsync(Address, status, metadata)).ShouldBe("https://kusto.kusto.windows.net/.default");

    [Fact]
    public async Task ScopeIsTheOneThatTheClusterNames()
    {
        (await ScopeAsync("https://c.kusto.usgovcloudapi.net", 200, Cloud("https://login.microsoftonline.us", "https://kusto.kusto.usgovcloudapi.net", false)))
            .ShouldBe("https://kusto.kusto.usgovcloudapi.net/.default");
        (await ScopeAsync(Address, 200, Cloud("https://login.microsoftonline.com", "https://kusto.kusto.windows.net/", true)))
            .ShouldBe("https://kusto.kustomfa.windows.net/.default");
    }

    [Theory]
    [InlineData("https://login.microsoftonline.us")]
    [InlineData("https://login.evil.example")]
    public async Task ClusterOfAnotherCloudIsSentNoToken(string login)
    {
        PlantedCredential credential = new();
        FakeService service = new FakeService().Answers(200, Cloud(login, "https://kusto.kusto.windows.net", false));
        await using KustoConnection kusto = new(Address, credential, service.With());

        (await Should.ThrowAsync<KustoTypedException>(async () => await kusto.ExecuteCommandAsync(null, ".show version")))
            .Message.ShouldContain("no known host of Kusto");

        credential.Requests.ShouldBeEmpty();
        service.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ClusterThatDoesNotAnswerIsAskedAgainNextTime()
    {
        FakeService service = new FakeService()
            .Answers(500, "").Answers(200, "<html>").Answers(200, PublicCloud).Answers(200, s_version);
        await using KustoConnection kusto = new(
            Address, new PlantedCredential(), service.With(options: new KustoConnectionOptions { Retry = new KustoRetryOptions { MaxAttempts = 1 } }));

        await Should.ThrowAsync<KustoServiceException>(async () => await kusto.ExecuteCommandAsync(null, ".show version"));
        (await Should.ThrowAsync<KustoTypedException>(async () => await kusto.ExecuteCommandAsync(null, ".show version")))
            .Message.ShouldContain("does not say as JSON how to sign in");
        (await kusto.ExecuteCommandAsync(null, ".show version")).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task RedirectIsNotFollowed()
    {
        FakeService service = new FakeService().Answers(200, PublicCloud)
            .Answers(302, "", ("Location", "https://evil.example/v1/rest/mgmt"));
        await using KustoConnection kusto = new(Address, new PlantedCredential(), service.With());

        (await Should.ThrowAsync<KustoServiceException>(async () => await kusto.ExecuteCommandAsync(null, ".show version")))
            .Status.ShouldBe(302);
        service.Requests.ShouldAllBe(asked => asked.Uri.Host == "c.westus.kusto.windows.net");
    }

    [Fact]
    public async Task ChallengeForAnotherTokenIsMet()
    {
        string claims = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"access_token":{"nbf":{"essential":true}}}"""));
        PlantedCredential credential = new();
        FakeService service = new FakeService().Answers(200, PublicCloud)
            .Answers(401, "", ("WWW-Authenticate", $"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{claims}\""))
            .Answers(200, s_version);
        await using KustoConnection kusto = new(Address, credential, service.With());

        (await kusto.ExecuteCommandAsync(null, ".show version")).Rows.Count.ShouldBe(1);

        credential.Requests.Count.ShouldBe(2);
        credential.Requests[1].Claims.ShouldBe("""{"access_token":{"nbf":{"essential":true}}}""");
        credential.Requests[1].Scopes.ShouldBe(["https://kusto.kusto.windows.net/.default"]);
        service.Requests[2].Text.ShouldBe(service.Requests[1].Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CredentialThatFailsIsAFailureOfKnownOutcome(bool passes)
    {
        Exception cause = passes ? new HttpRequestException("unreachable") : new InvalidOperationException("wrong secret");
        FakeService service = new FakeService().Answers(200, PublicCloud);
        await using KustoConnection kusto = new(
            Address,
            new PlantedCredential(cause),
            service.With(options: new KustoConnectionOptions { Retry = new KustoRetryOptions { MaxAttempts = 1 } }));

        var failure = await Should.ThrowAsync<KustoServiceException>(async () =>
            await kusto.ExecuteCommandAsync(null, ".show version"));

        failure.IsPermanent.ShouldBe(!passes);
        failure.IsOutcomeUnknown.ShouldBeFalse();
        failure.Message.ShouldContain(cause.Message);
        service.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task TokenAppearsInNoFailure()
    {
        foreach (Action<FakeService> tell in (Action<FakeService>[])
        [
            service => service.Answers(asked => new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new StringContent($"you sent {asked.Headers["Authorization"]}"),
            }),
            service => service.Answers(401, V1.Error("Unauthorized", "Bearer PLANTEDTOKEN1 is not valid", true)),
            service => service.Fails(new IOException("torn")),
            service => service.Answers(200, "{"),
        ])
        {
            FakeService service = new FakeService().Answers(200, PublicCloud);
            tell(service);
            await using KustoConnection kusto = new(Address, new PlantedCredential(), service.With());

            Exception failure = await Should.ThrowAsync<KustoServiceException>(async () =>
                await kusto.ExecuteCommandAsync(null, ".show version"));

            failure.ToString().ShouldNotContain(PlantedCredential.Token);
            kusto.ToString().ShouldNotContain(PlantedCredential.Token);
        }
    }

    [Fact]
    public async Task StorageIsSentNoToken()
    {
        FakeService service = new FakeService().Answers(201, "");
        await using KustoConnection kusto = new(Address, new PlantedCredential(), service.With());
        Uri address = new("https://a.blob.core.windows.net/c/b.csv?sv=1&sig=a%2Bb");

        using (await kusto.SendToStorageAsync(
            address,
            new Kusto.Typed.Connection.KustoRequest { Method = HttpMethod.Put, Headers = [new("x-ms-blob-type", "BlockBlob")] },
            CancellationToken.None))
        {
            FakeService.Asked asked = service.Requests.ShouldHaveSingleItem();
            asked.Uri.AbsoluteUri.ShouldBe(address.AbsoluteUri);
            asked.Headers["x-ms-blob-type"].ShouldBe("BlockBlob");
            asked.Headers.Keys.ShouldNotContain("Authorization");
            asked.Headers.Keys.ShouldNotContain("x-ms-app");
        }
    }

    private static async Task<string> ScopeAsync(string address, int status, string metadata)
    {
        PlantedCredential credential = new();
        FakeService service = new FakeService().Answers(status, metadata).Answers(200, s_version);
        await using KustoConnection kusto = new(address, credential, service.With());
        await kusto.ExecuteCommandAsync(null, ".show version");
        return credential.Requests.ShouldHaveSingleItem().Scopes.ShouldHaveSingleItem();
    }

    private static string Cloud(string login, string resource, bool mfa) =>
        $$"""{"AzureAD":{"LoginEndpoint":"{{login}}","LoginMfaRequired":{{(mfa ? "true" : "false")}},"KustoServiceResourceId":"{{resource}}"} }""";
}
