using Kusto.Typed.Build.Tests.Testing;
using Microsoft.Build.Framework;

namespace Kusto.Typed.Build.Tests.Scripts;

public sealed class VerifyKustoSchemaTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Kql => _folder["out/schema.kql"];

    private string Json => _folder["out/schema.json"];

    [Fact]
    public void CopyThatIsCurrentIsFine()
    {
        Write(Assembly("T"));
        VerifyKustoSchema task = Task(Assembly("T"));
        RecordingEngine.Run(task);
        task.Files.ShouldBe([Kql, Json]);
    }

    [Fact]
    public void LineEndsOfACheckoutAreNoDifference()
    {
        Write(Assembly("T"));
        File.WriteAllText(Kql, File.ReadAllText(Kql).ReplaceLineEndings("\r\n"));
        File.WriteAllText(Json, File.ReadAllText(Json).ReplaceLineEndings("\r\n"));
        RecordingEngine.Run(Task(Assembly("T")));
    }

    [Fact]
    public void StaleCopyIsAnErrorWithItsDifference()
    {
        Write(Assembly("Storms"));
        byte[] before = File.ReadAllBytes(Kql);
        IReadOnlyList<BuildErrorEventArgs> errors =
            RecordingEngine.Fail(Task(TestAssembly.Compile(_folder, "B", TestAssembly.Table("Storms", "Key"))));
        errors.Select(error => (error.Code, error.File)).ShouldBe([("KTB001", Kql), ("KTB001", Json)]);
        errors[0].Message.ShouldBe(
            $"""
            The committed copy '{Kql}' is stale:
            - .create-merge table ['Storms'] (['Id']:int)
            + .create-merge table ['Storms'] (['Key']:int)
            Build once with -p:KustoSchemaVerify=false, look at what has changed, and commit it.
            """,
            StringCompareShould.IgnoreLineEndings);
        File.ReadAllBytes(Kql).ShouldBe(before);
    }

    [Fact]
    public void MissingCopyIsAnError()
    {
        Write(Assembly("T"));
        File.Delete(Json);
        BuildErrorEventArgs error = RecordingEngine.Fail(Task(Assembly("T"))).ShouldHaveSingleItem();
        (error.Code, error.File).ShouldBe(("KTB001", Json));
        error.Message.ShouldNotBeNull().ShouldContain("is missing");
        File.Exists(Json).ShouldBeFalse();
    }

    [Fact]
    public void CopyThatIsLeftOverIsAnError()
    {
        Write(Assembly("T"));
        RecordingEngine.Fail(Task(Assembly())).Select(error => error.Message.ShouldNotBeNull())
            .ShouldAllBe(message => message.Contains("has no tables"));
    }

    [Fact]
    public void FileOfSomebodyElseIsNoCopy()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(Json, "{}");
        RecordingEngine.Run(Task(Assembly()));
        RecordingEngine.Fail(Task(Assembly("T"))).Count.ShouldBe(2);
    }

    [Fact]
    public void CopyThatNothingNamesIsAnErrorWhereThereAreTables()
    {
        RecordingEngine.Run(new VerifyKustoSchema { Assembly = Assembly() });
        BuildErrorEventArgs error =
            RecordingEngine.Fail(new VerifyKustoSchema { Assembly = Assembly("T") }).ShouldHaveSingleItem();
        error.Code.ShouldBe("KTB004");
        error.Message.ShouldNotBeNull().ShouldContain("<KustoSchemaOutput>schema</KustoSchemaOutput>");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string assembly) =>
        RecordingEngine.Run(new WriteKustoSchema { Assembly = assembly, Folder = _folder["out"] });

    private string Assembly(params string[] tables) => TestAssembly.Compile(
        _folder, "A", [.. tables.Select(table => TestAssembly.Table(table))]);

    private VerifyKustoSchema Task(string assembly) => new() { Assembly = assembly, Folder = _folder["out"] };
}
