using System.Text;
using System.Text.Json;
using Kusto.Typed.Build.Tests.Testing;
using Kusto.Typed.Commands;
using Microsoft.Build.Framework;

namespace Kusto.Typed.Build.Tests.Scripts;

public sealed class WriteKustoSchemaTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Kql => _folder["out/schema.kql"];

    private string Json => _folder["out/schema.json"];

    [Fact]
    public void TheScriptHasEveryCommandOnALine()
    {
        string[] alarms = [.. TableCommands.Script(AlarmTable.Schema)];
        WriteKustoSchema task = Task(TestAssembly.Own);
        RecordingEngine.Run(task);
        task.Files.ShouldBe([Kql, Json]);
        File.ReadAllText(Kql).ShouldBe(string.Concat(
            ((string[])
            [
                "// Written by the build from the tables' types (Kusto.Typed). Change the types: changes of this file are lost.",
                "// Alarms",
                .. alarms[..^1],
                "// Readings",
                .. TableCommands.Script(ReadingTable.Schema),
                "// Update policies",
                alarms[^1],
            ]).Select(line => line + "\n")));
        alarms[^1].ShouldStartWith(".alter table ['Alarms'] policy update ");
        alarms.Length.ShouldBe(4);
    }

    [Fact]
    public void TheDocumentHasEveryTableOnALine()
    {
        RecordingEngine.Run(Task(TestAssembly.Own));
        string text = File.ReadAllText(Json);
        text.ShouldBe($"{{\"version\":1,\"tables\":[\n{AlarmTable.Schema.ToJson()},\n{ReadingTable.Schema.ToJson()}\n]}}\n");
        using JsonDocument document = JsonDocument.Parse(text);
        document.RootElement.GetProperty("tables").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void FilesAreUtf8WithoutAMark()
    {
        RecordingEngine.Run(Task(Assembly("A", "Größe")));
        File.ReadAllBytes(Kql).AsSpan().StartsWith("//"u8).ShouldBeTrue();
        File.ReadAllBytes(Kql).AsSpan().IndexOf(Encoding.UTF8.GetBytes("['Größe']")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void TablesOfReferencesComeBehindTheOwnOnes()
    {
        string own = Assembly("Own", "Zulu");
        string model = Assembly("Model", "Bravo", "Alpha");
        string core = Assembly("Core", "Yankee");
        RecordingEngine.Run(Task(own, model, core, model));
        File.ReadLines(Kql).Where(line => line.StartsWith("// ", StringComparison.Ordinal)).Skip(1)
            .ShouldBe(["// Zulu", "// Yankee, from Core", "// Alpha, from Model", "// Bravo, from Model"]);
    }

    [Fact]
    public void TheOrderOfSourcesAndReferencesIsNoMatter()
    {
        string one = Assembly("One", "B", "A");
        string two = Assembly("Two", "C");
        RecordingEngine.Run(Task(Assembly("Own", "X", "Y", "X"), one, two));
        string[] first = [File.ReadAllText(Kql), File.ReadAllText(Json)];
        RecordingEngine.Run(Task(Assembly("Own", "Y", "X", "X"), two, one));
        ((string[])[File.ReadAllText(Kql), File.ReadAllText(Json)]).ShouldBe(first);
    }

    [Fact]
    public void WhatIsThereAlreadyIsNotWritten()
    {
        RecordingEngine.Run(Task(TestAssembly.Own));
        File.WriteAllText(Kql, File.ReadAllText(Kql).ReplaceLineEndings("\r\n"));
        byte[] checkedOut = File.ReadAllBytes(Kql);
        RecordingEngine.Run(Task(TestAssembly.Own));
        File.ReadAllBytes(Kql).ShouldBe(checkedOut);
    }

    [Fact]
    public void WhatHasChangedIsWritten()
    {
        RecordingEngine.Run(Task(Assembly("A", "T")));
        File.AppendAllText(Kql, "by hand\n");
        RecordingEngine.Run(Task(Assembly("A", "U")));
        File.ReadAllText(Kql).ShouldNotContain("by hand");
        File.ReadAllText(Json).ShouldContain("\"U\"");
    }

    [Fact]
    public void WithoutTablesThereAreNoFiles()
    {
        WriteKustoSchema task = Task(Assembly("A"));
        RecordingEngine.Run(task);
        task.Files.ShouldBeEmpty();
        Directory.Exists(_folder["out"]).ShouldBeFalse();

        RecordingEngine.Run(Task(Assembly("A", "T")));
        RecordingEngine.Run(Task(Assembly("A")));
        Directory.GetFiles(_folder["out"]).ShouldBeEmpty();
    }

    [Fact]
    public void FileOfSomebodyElseIsNeitherReplacedNorRemoved()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(Json, "{\"$schema\":\"mine\"}");
        RecordingEngine.Run(Task(Assembly("A")));
        BuildErrorEventArgs error = RecordingEngine.Fail(Task(Assembly("A", "T"))).ShouldHaveSingleItem();
        (error.Code, error.File).ShouldBe(("KTB005", Json));
        error.Message.ShouldNotBeNull().ShouldContain("set KustoSchemaOutput to another folder");
        File.ReadAllText(Json).ShouldBe("{\"$schema\":\"mine\"}");
    }

    [Fact]
    public void OneTableOfTwoAssembliesIsAnError()
    {
        string own = Assembly("Own", "Other", "Storms");
        BuildErrorEventArgs error = RecordingEngine.Fail(Task(own, Assembly("Model", "Storms"))).ShouldHaveSingleItem();
        (error.Code, error.File).ShouldBe(("KTB002", own));
        error.Message.ShouldNotBeNull().ShouldStartWith("The table 'Storms' is declared by two assemblies, 'Own' and 'Model'");
        File.Exists(Kql).ShouldBeFalse();
    }

    [Fact]
    public void TablesWhoseNamesDifferInCaseAreTwo() => RecordingEngine.Run(Task(Assembly("A", "T"), Assembly("B", "t")));

    [Fact]
    public void AssemblyThatCannotBeReadIsAnError()
    {
        BuildErrorEventArgs error =
            RecordingEngine.Fail(Task(Assembly("A", "T"), _folder["Gone.dll"])).ShouldHaveSingleItem();
        (error.Code, error.File).ShouldBe(("KTB003", _folder["Gone.dll"]));
    }

    [Fact]
    public void FileThatCannotBeWrittenIsAnError()
    {
        File.WriteAllText(_folder["out"], "a file where the folder should be");
        BuildErrorEventArgs error = RecordingEngine.Fail(Task(Assembly("A", "T"))).ShouldHaveSingleItem();
        (error.Code, error.File).ShouldBe(("KTB003", Kql));
        error.Message.ShouldNotBeNull().ShouldContain("cannot be used");
    }

    public void Dispose() => _folder.Dispose();

    private string Assembly(string name, params string[] tables) => TestAssembly.Compile(
        _folder, name, [.. tables.Select(table => TestAssembly.Table(table))]);

    private WriteKustoSchema Task(string assembly, params string[] references) =>
        new() { Assembly = assembly, References = references, Folder = _folder["out"] };
}
