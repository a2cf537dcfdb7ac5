using Kusto.Typed.Build.Metadata;
using Kusto.Typed.Build.Tests.Testing;
using Kusto.Typed.Commands;

namespace Kusto.Typed.Build.Tests.Metadata;

public sealed class AssemblyTablesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void WhatTheGeneratorWroteIsRead()
    {
        AssemblyTable table = AssemblyTables.Read(TestAssembly.Own).Single(table => table.Name == "Readings");
        table.Json.ShouldBe(ReadingTable.Schema.ToJson());
        table.Script.ShouldBe(string.Join("\n", TableCommands.Script(ReadingTable.Schema)));
        table.Lock.ShouldBe("table Readings\n    At: datetime\n    Device: string\n    Value: real?");
    }

    [Fact]
    public void TextOfAnyKindIsReadAsItIs()
    {
        string json = "{\"é\":\"\U0001F327\"}" + new string('x', 70_000);
        string attribute = TestAssembly.Metadata(json, "Table = \"T\", Script = \"\", Lock = null");
        AssemblyTables.Read(TestAssembly.Compile(_folder, "A", attribute)).ShouldBe([new AssemblyTable("T", json, "", null)]);
    }

    [Fact]
    public void AssemblyWithoutTablesHasNone() =>
        AssemblyTables.Read(TestAssembly.Compile(_folder, "A", "[assembly: System.CLSCompliant(false)] class A;")).ShouldBeEmpty();

    [Fact]
    public void AttributeOfThatNameInAnotherNamespaceIsNone() =>
        AssemblyTables.Read(TestAssembly.Compile(
                _folder,
                "A",
                "[assembly: Other.KustoTableMetadata(\"x\")] namespace Other { class KustoTableMetadataAttribute(string x) : System.Attribute { public string X => x; } }"))
            .ShouldBeEmpty();

    [Fact]
    public void TheAssemblyIsNotHeldOpen()
    {
        string path = TestAssembly.Compile(_folder, "A", TestAssembly.Table("T"));
        AssemblyTables.Read(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        file.Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Table = \"T\"")]
    [InlineData("Script = \"S\"")]
    [InlineData("Table = \"T\", Script = null")]
    public void TableOfAnUnknownFormIsAnError(string rest)
    {
        string path = TestAssembly.Compile(_folder, "A", TestAssembly.Metadata("{}", rest));
        Problem(path).ShouldContain("same version of the package");
    }

    [Fact]
    public void MissingFileIsAnError()
    {
        Problem(_folder["Missing.dll"]).ShouldContain("does not exist: build its project first");
        Problem(Path.Combine(_folder["nowhere"], "Missing.dll")).ShouldContain("does not exist");
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ")]
    [InlineData("This is a text, and a text is no assembly, however long it may be and whatever its name says.")]
    public void FileThatIsNoAssemblyIsAnError(string content)
    {
        File.WriteAllText(_folder["Text.dll"], content);
        Problem(_folder["Text.dll"]).ShouldContain("is not a .NET assembly");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(1_000)]
    public void AssemblyThatWasCutIsAnError(int length)
    {
        string path = TestAssembly.Compile(_folder, "A", TestAssembly.Table("T"));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        Problem(path).ShouldContain("is not a .NET assembly");
    }

    public void Dispose() => _folder.Dispose();

    private static string Problem(string path)
    {
        AssemblyNotReadableException problem = Should.Throw<AssemblyNotReadableException>(() => AssemblyTables.Read(path));
        problem.Path.ShouldBe(path);
        problem.Message.ShouldContain(path);
        return problem.Message;
    }
}
