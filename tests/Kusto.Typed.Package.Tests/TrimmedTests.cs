using System.Runtime.InteropServices;
using Kusto.Typed.Local;
using Kusto.Typed.Package.Tests.Testing;

namespace Kusto.Typed.Package.Tests;

/// <summary>Programs from which all code was taken that nobody calls: without a warning, and they still work.</summary>
public sealed class TrimmedTests
{
    private const string Program =
        """
        using System.Text.Json.Serialization;
        using Kusto.Typed;

        await using var kusto = new KustoConnection(args[0]);
        await kusto.Schema("Samples").ApplyAsync<Reading>();
        await using var ingestor = new KustoIngestor(kusto, "Samples");
        IngestResult result = await ingestor.IngestAsync(Enumerable.Range(0, 1_000).Select(Reading.Of));
        await result.WaitUntilIngestedAsync();

        int same = 0;
        await foreach (Reading reading in kusto.QueryAsync<Reading>("Samples", $"Readings"))
        {
            same += reading == Reading.Of(reading.Id) ? 1 : 0;
        }

        Console.Write($"{result.RowsAccepted} accepted, {same} as they were");

        [KustoTable("Readings", JsonContext = typeof(PlantJson))]
        public partial record Reading(int Id, string Name, double? Value, Place? Place)
        {
            public static Reading Of(int id) =>
                new(id, $"\"{id}\", as it is", id % 2 == 0 ? null : id / 3.0, new Place(id, "north"));
        }

        public sealed record Place(int Floor, string Side);

        [JsonSerializable(typeof(Place))]
        public sealed partial class PlantJson : JsonSerializerContext;
        """;

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    [NativeFact]
    public async Task NativeProgramIngestsAndReadsRows() =>
        await PublishAndRunAsync("native", "net8.0", "<PublishAot>true</PublishAot>");

    [Fact]
    public async Task TrimmedProgramIngestsAndReadsRows() =>
        await PublishAndRunAsync("trimmed", "net10.0", "<PublishTrimmed>true</PublishTrimmed>");

    private static async Task PublishAndRunAsync(string name, string framework, string properties)
    {
        TestFolder folder = (await TestPackage.GetAsync()).NewFolder(name);
        folder.AddProject(
            "Plant",
            $"""
            <OutputType>Exe</OutputType>
            <TargetFramework>{framework}</TargetFramework>
            <RuntimeIdentifier>{Platform}</RuntimeIdentifier>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <InvariantGlobalization>true</InvariantGlobalization>
            {properties}
            """,
            Program);
        // Debug: native code is there in half the time.
        string[] arguments = ["publish", "Plant", "--configuration", "Debug", "--output", folder.PathOf("out")];
        (await folder.RunAsync(arguments)).ShouldSucceed();
        folder.Has("out/kusto/schema.kql").ShouldBeTrue();

        await using LocalKusto local = await LocalKusto.StartAsync();
        Dotnet.Run run = await Dotnet.RunAsync(folder.PathOf("out/Plant"), folder.Path, [local.Uri.AbsoluteUri]);
        run.Output.ShouldBe("1000 accepted, 1000 as they were");
        run.ExitCode.ShouldBe(0);
    }
}
