using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using FsCheck;
using FsCheck.Fluent;
using Kusto.Typed.Connection;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Connection;

public sealed class ConnectionStringTests
{
    private const string Cluster = "Data Source=https://c.westus.kusto.windows.net";

    private static readonly Uri s_login = new("https://login.microsoftonline.com");

    [Theory]
    [InlineData("https://c.kusto.windows.net")]
    [InlineData("Server = https://c.kusto.windows.net ;")]
    [InlineData(" ; NETWORK ADDRESS=https://c.kusto.windows.net")]
    [InlineData("addr=\"https://c.kusto.windows.net\"")]
    [InlineData("datasource='https://c.kusto.windows.net'")]
    public void ClusterIsReadUnderAllItsNames(string text) =>
        ConnectionString.Parse(text)[ConnectionStringKeyword.DataSource].ShouldBe("https://c.kusto.windows.net");

    [Theory]
    [InlineData("AppKey=abc==", "abc==")]
    [InlineData("AppKey=\"a;b'c\"\"d\"", "a;b'c\"d")]
    [InlineData("AppKey='a;b''c\"d'", "a;b'c\"d")]
    [InlineData("AppKey= a b ", "a b")]
    [InlineData("AppKey=a'b", "a'b")]
    [InlineData("AppKey=", "")]
    public void ValuesAreReadAsDotNetQuotesThem(string segment, string value) =>
        ConnectionString.Parse($"{Cluster};{segment};Fed=true")[ConnectionStringKeyword.ClientKey].ShouldBe(value);

    [Fact]
    public void AnyQuotedValueComesBack() =>
        Prop.ForAll<NonNull<string>>(value =>
        {
            string quoted = value.Get.Replace("\"", "\"\"", StringComparison.Ordinal);
            ConnectionString parsed = ConnectionString.Parse($"{Cluster};AppKey=\"{quoted}\";Tenant=t");
            return parsed[ConnectionStringKeyword.ClientKey] == value.Get && parsed[ConnectionStringKeyword.Authority] == "t";
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyTextIsReadOrRefused() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            try
            {
                _ = ConnectionString.Parse(text.Get).ToString();
            }
            catch (ArgumentException)
            {
                // Refused: no other exception may come.
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void SecretsAreMasked() =>
        ConnectionString.Parse($"{Cluster};AppClientId=id;AppKey=\"s;ecret\";TenantId=t;AppToken=secret").ToString().ShouldBe(
            $"{Cluster};Application Client Id=id;Application Key=****;Authority Id=t;Application Token=****");

    [Theory]
    [InlineData(Cluster + ";Initial Catalogue=x", "'Initial Catalogue' is no keyword; did you mean 'Initial Catalog'?")]
    [InlineData(Cluster + ";UnknownThing=x", "'UnknownThing' is no keyword of Kusto's connection strings")]
    [InlineData(Cluster + ";Fed=true;SendX5c=perhaps", "the value of 'Application Certificate SendX5c' is neither true nor false")]
    [InlineData(Cluster + ";TenentId=x", "'TenentId' is no keyword; did you mean 'Authority Id'?")]
    [InlineData(Cluster + ";AppKey=a;secret=x", "its segment 3, behind 'Application Key', is no keyword with a value")]
    [InlineData(Cluster + ";AppKey=a;secret", "its segment 3, behind 'Application Key', is no keyword with a value")]
    [InlineData(Cluster + ";AppKey=\"secret", "the quoted value in segment 2 has no closing quote")]
    [InlineData(Cluster + ";AppKey=\"a\"secret", "in segment 2 text follows the closing quote")]
    [InlineData(Cluster + ";Fed=true;Federated=false", "'AAD Federated Security' is given twice")]
    [InlineData(Cluster + ";Pwd=secret", "'Password' is not supported: users do not sign in with a password")]
    [InlineData(Cluster + ";dSTS Federated Security=true", "'dSTS Federated Security' is not supported")]
    [InlineData("Fed=true", "it names no cluster")]
    [InlineData(Cluster + ";Fed=secret", "the value of 'AAD Federated Security' is neither true nor false")]
    [InlineData(Cluster + ";AppClientId=id;AppKey=secret", "it lacks Authority Id")]
    [InlineData(Cluster + ";AppClientId=id;Tenant=t", "no Application Key or Application Certificate")]
    [InlineData(Cluster + ";AppKey=secret", "no Application Client Id")]
    [InlineData(Cluster + ";AppClientId=id;Tenant=t;AppKey=secret;AppCert=secret", "both 'Application Key' and 'Application Certificate Thumbprint'")]
    [InlineData(Cluster + ";AppToken=secret;UserToken=secret", "both 'Application Token' and 'User Token'")]
    [InlineData(Cluster + ";AppClientId=id;Tenant=t;Application Certificate Blob=secret", "no PKCS #12 file")]
    [InlineData(Cluster + ";AppClientId=id;Tenant=t;AppCert=00FF", "no certificate of that")]
    public void WrongStringSaysWhatIsWrongAndNoSecret(string text, string problem)
    {
        ArgumentException wrong = Should.Throw<ArgumentException>(() => new KustoConnection(text));

        wrong.Message.ShouldContain(problem);
        wrong.Message.ShouldNotContain("secret");
        wrong.InnerException.ShouldBeNull();
    }

    [Fact]
    public void KeywordsMakeUpACredential()
    {
        Credential("").ShouldBeNull();
        Credential("Fed=false").ShouldBeNull();
        Credential("Fed=true").ShouldBeOfType<InteractiveBrowserCredential>();
        Credential("AppClientId=id;AppKey=k;Tenant=t").ShouldBeOfType<ClientSecretCredential>();
        Credential($"AppClientId=id;Tenant=t;SendX5c=true;Application Certificate Blob={Certificate()}")
            .ShouldBeOfType<ClientCertificateCredential>();
        Credential("UserToken=abc").ShouldNotBeNull().GetToken(new TokenRequestContext(["s"]), default).Token.ShouldBe("abc");
    }

    [Fact]
    public void CredentialIsGivenOnce() =>
        Should.Throw<ArgumentException>(() => new KustoConnection($"{Cluster};Fed=true", new PlantedCredential()))
            .Message.ShouldContain("another one is passed");

    [Fact]
    public async Task TokenOfTheStringIsSent()
    {
        FakeService service = new FakeService().Answers(404, "").Answers(200, V1.Table(["A"]));
        await using KustoConnection kusto = new($"{Cluster};AppToken=abc;Application Name for Tracing=app", service.With());

        await kusto.ExecuteCommandAsync(null, ".show version");

        service.Requests[1].Headers["Authorization"].ShouldBe("Bearer abc");
        service.Requests[1].Headers["x-ms-app"].ShouldBe("app");
    }

    private static TokenCredential? Credential(string keywords) =>
        ConnectionStringCredential.Of(ConnectionString.Parse($"{Cluster};{keywords}"), s_login);

    private static string Certificate()
    {
        using ECDsa key = ECDsa.Create();
        CertificateRequest request = new("CN=test", key, HashAlgorithmName.SHA256);
        DateTimeOffset from = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using X509Certificate2 certificate = request.CreateSelfSigned(from, from.AddYears(50));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12));
    }
}
