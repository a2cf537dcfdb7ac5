using Azure.Core;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Connection;

public sealed class KustoConnectionTests
{
    private static readonly PlantedCredential s_credential = new();

    [Theory]
    [InlineData("https://c.westus.kusto.windows.net", "https://c.westus.kusto.windows.net/", "https://ingest-c.westus.kusto.windows.net/")]
    [InlineData("https://ingest-c.westus.kusto.windows.net", "https://c.westus.kusto.windows.net/", "https://ingest-c.westus.kusto.windows.net/")]
    [InlineData("https://INGEST-C.westus.kusto.windows.net/", "https://c.westus.kusto.windows.net/", "https://ingest-c.westus.kusto.windows.net/")]
    [InlineData("https://my-ingest-x.westus.kusto.windows.net", "https://my-ingest-x.westus.kusto.windows.net/", "https://ingest-my-ingest-x.westus.kusto.windows.net/")]
    [InlineData("https://c.kusto.fabric.microsoft.com:8443", "https://c.kusto.fabric.microsoft.com:8443/", "https://ingest-c.kusto.fabric.microsoft.com:8443/")]
    [InlineData("https://onebox.dev.kusto.windows.net", "https://onebox.dev.kusto.windows.net/", "https://onebox.dev.kusto.windows.net/")]
    [InlineData("https://localhost:5001", "https://localhost:5001/", "https://localhost:5001/")]
    [InlineData("https://127.0.0.1:5001", "https://127.0.0.1:5001/", "https://127.0.0.1:5001/")]
    [InlineData("https://[::1]:5001", "https://[::1]:5001/", "https://[::1]:5001/")]
    public async Task EachEndpointIsFoundFromTheOther(string address, string engine, string ingest)
    {
        await using KustoConnection kusto = new(address, s_credential);

        kusto.EngineUri.ShouldBe(new Uri(engine));
        kusto.IngestUri.ShouldBe(new Uri(ingest));
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://127.8.9.10")]
    [InlineData("http://[::1]:8080")]
    [InlineData("https://localhost")]
    public async Task ThisMachineNeedsNoCredential(string address)
    {
        await using KustoConnection kusto = new(address);

        kusto.IngestUri.ShouldBe(kusto.EngineUri);
        kusto.ToString().ShouldBe(new Uri(address).ToString());
    }

    [Theory]
    [InlineData("http://localhost:8080/My%20Database", "My Database")]
    [InlineData("http://localhost:8080/", null)]
    [InlineData("Data Source=http://localhost:8080;Initial Catalog=Weather", "Weather")]
    public async Task DatabaseIsTheOneThatIsNamed(string text, string? database)
    {
        await using KustoConnection kusto = new(text);

        kusto.DefaultDatabase.ShouldBe(database);
        kusto.EngineUri.AbsolutePath.ShouldBe("/");
    }

    [Theory]
    [InlineData("nowhere", "no absolute http or https URI")]
    [InlineData("ftp://localhost", "no absolute http or https URI")]
    [InlineData("http://localhost/a/b", "a path of 2 parts")]
    [InlineData("http://localhost/?secret=1", "a user, a query or a fragment")]
    [InlineData("http://user:secret@localhost/", "a user, a query or a fragment")]
    [InlineData("https://c.westus.kusto.windows.net", "needs a credential; pass a TokenCredential")]
    [InlineData("http://emulator:8080", "AllowInsecureHttp")]
    [InlineData("http://localhost/A;Initial Catalog=B", "leave one")]
    public void AddressThatCannotBeUsedSaysWhy(string address, string problem)
    {
        string message = Should.Throw<ArgumentException>(() => new KustoConnection(address)).Message;

        message.ShouldContain(problem);
        message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("http://localhost:8080", "never carries a credential")]
    [InlineData("http://c.westus.kusto.windows.net", "never carries a credential")]
    [InlineData("https://kusto.windows.net.evil.example", "no known host of Kusto")]
    [InlineData("https://evilkusto.windows.net", "no known host of Kusto")]
    [InlineData("https://evil.example/c.kusto.windows.net", "no known host of Kusto")]
    [InlineData("https://evil.example\\.kusto.windows.net", "no absolute http or https URI")]
    [InlineData("https://c.kusto.windows.net.", "no known host of Kusto")]
    public void CredentialIsRefusedBeforeAnythingIsSent(string address, string problem) =>
        Should.Throw<ArgumentException>(() => new KustoConnection(address, s_credential)).Message.ShouldContain(problem);

    [Fact]
    public async Task EmulatorIsReachedByPlainHttpWhereThatIsAllowed()
    {
        await using KustoConnection kusto = new(
            "http://emulator:8080", new KustoConnectionOptions { AllowInsecureHttp = true });

        kusto.IngestUri.ShouldBe(new Uri("http://emulator:8080/"));
    }

    [Theory]
    [InlineData("kusto.contoso.com", "https://kusto.contoso.com", true)]
    [InlineData("kusto.contoso.com", "https://ingest-kusto.contoso.com", true)]
    [InlineData(".contoso.com", "https://a.b.CONTOSO.com", true)]
    [InlineData("kusto.contoso.com", "https://a.kusto.contoso.com", false)]
    [InlineData(".contoso.com", "https://contoso.com.evil.example", false)]
    public void HostsMayBeAdded(string added, string address, bool isTrusted)
    {
        KustoConnectionOptions options = new() { TrustedHosts = [added] };
        Func<KustoConnection> connect = () => new KustoConnection(new Uri(address), s_credential, options);

        if (isTrusted)
        {
            connect().EngineUri.Host.ShouldEndWith("contoso.com");
        }
        else
        {
            Should.Throw<ArgumentException>(connect);
        }
    }

    [Fact]
    public void TimeoutOutOfItsBoundsIsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new KustoConnection(
            "http://localhost", new KustoConnectionOptions { ServerTimeout = TimeSpan.FromHours(2) }));

    [Fact]
    public async Task DisposedConnectionSendsNothing()
    {
        FakeService service = new();
        KustoConnection kusto = service.Connect();
        await kusto.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await kusto.ExecuteCommandAsync(null, ".show version"));
        service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void NothingIsNeededForACredentialButToBeThere() =>
        Should.Throw<ArgumentNullException>(() => new KustoConnection("https://c.kusto.windows.net", (TokenCredential)null!));
}
