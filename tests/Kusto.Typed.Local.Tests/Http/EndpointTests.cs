using System.Text;
using System.Text.Json.Nodes;
using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Http;

public sealed class EndpointTests
{
    [Fact]
    public async Task TheAddressIsLocalhostOnAFreePort()
    {
        await using LocalKusto first = await LocalKusto.StartAsync();
        await using LocalKusto second = await LocalKusto.StartAsync();
        first.Uri.Host.ShouldBe("localhost");
        first.Uri.Scheme.ShouldBe("http");
        first.Uri.Port.ShouldNotBe(second.Uri.Port);
    }

    [Fact]
    public async Task ATakenPortIsAnError()
    {
        await using LocalKusto first = await LocalKusto.StartAsync();
        await Should.ThrowAsync<IOException>(
            () => LocalKusto.StartAsync(new LocalKustoOptions { Port = first.Uri.Port }));
    }

    [Fact]
    public async Task OptionsOutOfTheirBoundsAreRefused()
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => LocalKusto.StartAsync(new LocalKustoOptions { Port = 70_000 }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => LocalKusto.StartAsync(new LocalKustoOptions { MaxStreamingRequestBytes = 0 }));
        await Should.ThrowAsync<ArgumentException>(() => LocalKusto.StartAsync(new LocalKustoOptions { Databases = [""] }));
    }

    [Fact]
    public async Task AfterItsEndNobodyAnswers()
    {
        LocalKusto local = await LocalKusto.StartAsync();
        await local.DisposeAsync();
        using HttpClient http = new();
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(new Uri(local.Uri, "v1/rest/auth/metadata")));
    }

    [Fact]
    public async Task TheMetadataHasAllSixKeys()
    {
        await using Client client = await Client.StartAsync();
        JsonNode json = JsonNode.Parse(await client.Http.GetStringAsync("v1/rest/auth/metadata"))!;
        json["AzureAD"]!.AsObject().Select(member => member.Key).ShouldBe(
            [
                "LoginEndpoint", "LoginMfaRequired", "KustoClientAppId", "KustoClientRedirectUri",
                "KustoServiceResourceId", "FirstPartyAuthorityUrl",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task AnyAuthorizationIsAccepted()
    {
        await using Client client = await Client.StartAsync();
        client.Http.DefaultRequestHeaders.Add("Authorization", "Bearer whatever");
        (await client.QueryAsync("T | count")).Rows().ShouldBe("[[0]]");
    }

    [Fact]
    public async Task ACommandIsAnsweredInTheOlderShape()
    {
        await using Client client = await Client.StartAsync();
        Answer answer = await client.PostAsync("v1/rest/mgmt", new { db = "Samples", csl = ".show tables" });
        answer.Status.ShouldBe(200);
        answer.ContentType!.MediaType.ShouldBe("application/json");
        answer.Json.ToJsonString().ShouldBe(
            """{"Tables":[{"TableName":"Table_0","Columns":[{"ColumnName":"TableName","DataType":"String","ColumnType":"string"},{"ColumnName":"DatabaseName","DataType":"String","ColumnType":"string"},{"ColumnName":"Folder","DataType":"String","ColumnType":"string"},{"ColumnName":"DocString","DataType":"String","ColumnType":"string"}],"Rows":[["T","Samples",null,null]]}]}""");
    }

    [Fact]
    public async Task TheOlderShapeNamesDotNetTypes()
    {
        await using Client client = await Client.StartAsync(
            columns: "B:bool, I:int, L:long, R:real, D:decimal, T:datetime, S:timespan, G:guid, X:string, Y:dynamic");
        Answer answer = await client.PostAsync("v1/rest/query", new { db = "Samples", csl = "T" });
        answer.Json["Tables"]![0]!["Columns"]!.AsArray().Select(column => (string)column!["DataType"]!).ShouldBe(
            ["SByte", "Int32", "Int64", "Double", "SqlDecimal", "DateTime", "TimeSpan", "Guid", "String", "Object"]);
    }

    [Fact]
    public async Task AQueryIsAnsweredInFrames()
    {
        await using Client client = await Client.StartAsync();
        await client.IngestAsync("1,a\n,\n");
        Answer answer = await client.QueryAsync("T");
        JsonArray frames = answer.Json.AsArray();
        frames.Select(frame => $"{frame!["FrameType"]} {frame["TableKind"]}".Trim()).ShouldBe(
        [
            "DataSetHeader", "DataTable QueryProperties", "DataTable PrimaryResult",
            "DataTable QueryCompletionInformation", "DataSetCompletion",
        ]);
        frames[0]!["Version"]!.GetValue<string>().ShouldBe("v2.0");
        frames[2]!["Columns"]!.ToJsonString().ShouldBe(
            """[{"ColumnName":"A","ColumnType":"int"},{"ColumnName":"B","ColumnType":"string"}]""");
        answer.Rows().ShouldBe("""[[1,"a"],[null,""]]""");
        frames[4]!["HasErrors"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"Options":{"results_v2_fragment_primary_tables":true}}""", true)]
    [InlineData("""{"Options":{}}""", false)]
    public async Task FragmentsComeWhereTheyAreAskedFor(string properties, bool fragmented)
    {
        await using Client client = await Client.StartAsync();
        await client.IngestAsync(string.Concat(Enumerable.Repeat("1,a\n", 2500)));
        Answer answer = await client.PostAsync("v2/rest/query", new { db = "Samples", csl = "T", properties });
        JsonArray frames = answer.Json.AsArray();
        frames.Count(frame => (string)frame!["FrameType"]! == "TableFragment").ShouldBe(fragmented ? 3 : 0);
        frames.Sum(frame => frame!["TableId"]?.GetValue<int>() == 1 && frame["Rows"] is JsonArray rows ? rows.Count : 0)
            .ShouldBe(2500);
        frames[0]!["IsFragmented"]!.GetValue<bool>().ShouldBe(fragmented);
    }

    [Fact]
    public async Task PropertiesAreAnObjectOrItsText()
    {
        await using Client client = await Client.StartAsync();
        const string Query = "declare query_parameters(p:string); print p";
        (await client.PostAsync("v2/rest/query", new { csl = Query, properties = new { Parameters = new { p = "x" } } }))
            .Rows().ShouldBe("""[["x"]]""");
        (await client.PostAsync("v2/rest/query", new { csl = Query, properties = """{"Parameters":{"p":"'y'"}}""" }))
            .Rows().ShouldBe("""[["y"]]""");
    }

    [Fact]
    public async Task IngestionSaysHowManyRecordsItTook()
    {
        await using Client client = await Client.StartAsync();
        Answer answer = await client.IngestAsync("1,a\n2,b\n");
        answer.Status.ShouldBe(200);
        answer.ContentType!.MediaType.ShouldBe("application/json");
        answer.Rows().ShouldBe("""[[2,"Inactive","Unknown",null]]""");
        client.Samples.CountRows("T").ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GzipIsKnownByItsBytesAndNotByItsHeader(bool header)
    {
        await using Client client = await Client.StartAsync();
        (await client.IngestAsync(Client.Gzip("1,a\n", header))).Status.ShouldBe(200);
        LocalIngestion ingestion = client.Samples.Ingestions.ShouldHaveSingleItem();
        ingestion.RawBytes.ShouldBe(4);
        ingestion.BodyBytes.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task PlainTextUnderAHeaderThatSaysGzipIsTaken()
    {
        await using Client client = await Client.StartAsync();
        ByteArrayContent body = new(Encoding.UTF8.GetBytes("1,a\n"));
        body.Headers.ContentEncoding.Add("gzip");
        (await client.IngestAsync(body)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(8)]
    [InlineData(1)]
    public async Task GzipWithoutItsEndIsRefused(int missingBytes)
    {
        await using Client client = await Client.StartAsync();
        byte[] whole = await Client.Gzip("1,a\n2,b\n").ReadAsByteArrayAsync();
        (await client.IngestAsync(new ByteArrayContent(whole[..^missingBytes]))).Code
            .ShouldBe("BadRequest_InvalidArchive");
        client.Samples.CountRows("T").ShouldBe(0);
    }

    [Fact]
    public async Task GzipOfSeveralMembersIsOneSource()
    {
        await using Client client = await Client.StartAsync();
        byte[] first = await Client.Gzip("1,a\n2,").ReadAsByteArrayAsync();
        byte[] second = await Client.Gzip("b\n").ReadAsByteArrayAsync();
        (await client.IngestAsync(new ByteArrayContent([.. first, .. second]))).Rows()
            .ShouldBe("""[[2,"Inactive","Unknown",null]]""");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TooLargeIsMeasuredUncompressed(bool compressed)
    {
        await using Client client = await Client.StartAsync(new LocalKustoOptions { MaxStreamingRequestBytes = 1000 });
        string most = "1," + new string('x', 997) + "\n";
        string more = "1," + new string('x', 998) + "\n";
        Answer answer = await (compressed ? client.IngestAsync(Client.Gzip(more)) : client.IngestAsync(more));
        (answer.Status, answer.Code).ShouldBe((413, "Stream_InputStreamTooLarge"));
        (await (compressed ? client.IngestAsync(Client.Gzip(most)) : client.IngestAsync(most))).Status.ShouldBe(200);
        client.Samples.CountRows("T").ShouldBe(1);
    }

    [Fact]
    public async Task NamesInTheAddressAreDecoded()
    {
        await using Client client = await Client.StartAsync();
        client.Samples.Run(".create table ['a b'] (A:int)");
        client.Samples.Run(".alter table ['a b'] policy streamingingestion enable");
        client.Samples.Run("""
            .create table ['a b'] ingestion csv mapping 'm n' '[{"Column":"A","Ordinal":1}]'
            """);
        (await client.IngestAsync("x,7\n", "streamFormat=Csv&mappingName=m%20n", "a%20b")).Status.ShouldBe(200);
        (await client.QueryAsync("['a b']")).Rows().ShouldBe("[[7]]");
        client.Samples.Ingestions.ShouldHaveSingleItem().MappingName.ShouldBe("m n");
    }

    [Fact]
    public async Task AnErrorHasTheServicesShape()
    {
        await using Client client = await Client.StartAsync(new LocalKustoOptions { TimeProvider = new FixedTime() });
        client.Http.DefaultRequestHeaders.Add("x-ms-client-request-id", "KTC.test;1");
        Answer answer = await client.QueryAsync("Nowhere");
        answer.Status.ShouldBe(400);
        answer.Headers.GetValues("x-ms-client-request-id").ShouldHaveSingleItem().ShouldBe("KTC.test;1");
        string activity = answer.Headers.GetValues("x-ms-activity-id").ShouldHaveSingleItem();
        JsonNode context = answer.Error["@context"]!;
        answer.Error.AsObject().Remove("@context");
        answer.Error.ToJsonString().ShouldBe(
            """{"code":"BadRequest_EntityNotFound","message":"Request is invalid and cannot be executed.","@type":"Kusto.Data.Exceptions.EntityNotFoundException","@message":"Entity not found: the database \u0027Samples\u0027 has no table \u0027Nowhere\u0027. It has: T. Names are case-sensitive.","@permanent":true}""");
        ((string)context["timestamp"]!, (string)context["clientRequestId"]!, (string)context["activityId"]!)
            .ShouldBe(("2026-01-31T08:15:00Z", "KTC.test;1", activity));
    }

    [Theory]
    [InlineData("v1/rest/query", "{", 400, "General_BadRequest")]
    [InlineData("v1/rest/query", "[]", 400, "General_BadRequest")]
    [InlineData("v1/rest/mgmt", "{}", 400, "General_BadRequest")]
    [InlineData("v1/rest/mgmt", """{"csl":7}""", 400, "General_BadRequest")]
    [InlineData("v1/rest/mgmt", """{"csl":".show tables","properties":"{"}""", 400, "General_BadRequest")]
    [InlineData("v1/rest/mgmt", """{"csl":".show tables","db":"Nowhere"}""", 400, "BadRequest_DatabaseNotExist")]
    [InlineData("v1/rest/ingest/Samples", "1", 404, "NotFound")]
    [InlineData("v1/rest/ingest/Samples/T", "1", 400, "General_BadRequest")]
    [InlineData("v1/rest/ingest/Nowhere/T?streamFormat=csv", "1", 400, "BadRequest_DatabaseNotExist")]
    [InlineData("v1/rest/ingest/Samples/U?streamFormat=csv", "1", 400, "BadRequest_EntityNotFound")]
    [InlineData("v1/rest/ingest/Samples/T?streamFormat=csv&sourceKind=uri", "{}", 400, "BadRequest_InvalidBlobUri")]
    [InlineData("v1/rest/ingestion/elsewhere", "{}", 404, "NotFound")]
    public async Task ARequestThatCannotBeDoneIsRefused(string path, string body, int status, string code)
    {
        await using Client client = await Client.StartAsync();
        Answer answer = await Answer.OfAsync(await client.Http.PostAsync(path, new StringContent(body)));
        (answer.Status, answer.Code).ShouldBe((status, code));
        answer.Error["@permanent"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task DatabasesKnowNoCaseAndTheDefaultIsAlwaysThere()
    {
        await using Client client = await Client.StartAsync();
        (await client.PostAsync("v2/rest/query", new { db = "sAMPLES", csl = "T | count" })).Status.ShouldBe(200);
        (await client.PostAsync("v1/rest/mgmt", new { csl = ".create table X (A:int)" })).Status.ShouldBe(200);
        client.Local.Database("NetDefaultDB").Tables.ShouldBe(["X"]);
        client.Local.Databases.ShouldBe(["NetDefaultDB", "Samples"]);
    }

    [Fact]
    public async Task ADatabaseIsCreatedOnFirstUseWhereTheOptionsSaySo()
    {
        await using LocalKusto local = await LocalKusto.StartAsync(new LocalKustoOptions { CreateDatabasesOnFirstUse = true });
        local.Database("New").Run(".create table X (A:int)");
        local.Database("new").Tables.ShouldBe(["X"]);
    }

    [Fact]
    public async Task ALargeResultArrivesWhole()
    {
        await using Client client = await Client.StartAsync();
        string text = new('x', 1000);
        for (int batch = 0; batch < 5; batch++)
        {
            await client.IngestAsync(string.Concat(Enumerable.Range(0, 2000).Select(n => $"{n},{text}\n")));
        }

        Answer answer = await client.QueryAsync("T");
        JsonArray rows = answer.Json[2]!["Rows"]!.AsArray();
        rows.Count.ShouldBe(10_000);
        rows[9_999]!.ToJsonString().ShouldBe($"[1999,\"{text}\"]");
    }
}
