using Kusto.Typed.Build.Tests.Testing;

namespace Kusto.Typed.Build.Tests.Locks;

public sealed class UpdateKustoLockTests : IDisposable
{
    private const string FirstLine = "# What has shipped of the tables. Made by: dotnet build -p:KustoLockUpdate=true";

    private readonly TestFolder _folder = new();

    private string Lock => _folder["kusto.lock"];

    [Fact]
    public void TheLockIsThatOfTheTables()
    {
        Update(TestAssembly.Own).Messages.ShouldContain($"{Lock} -> tables as they ship");
        ShouldBe(
            $"""
            {FirstLine}

            table Alarms
                At: datetime
                Device: string

            table Readings
                At: datetime
                Device: string
                Value: real?

            """);
    }

    [Fact]
    public void CommentsBeforeATableStayWithIt()
    {
        File.WriteAllText(
            Lock,
            $"""
            {FirstLine}
            # the plant's

            # since 2024
            table Readings
            # of its columns
                Gone: int
            # of a table that is gone
            table Gone
                Id: int
            # at the end

            """);
        Update(TestAssembly.Own);
        ShouldBe(
            $"""
            {FirstLine}

            table Alarms
                At: datetime
                Device: string

            # the plant's
            # since 2024
            table Readings
                At: datetime
                Device: string
                Value: real?

            """);
    }

    [Fact]
    public void LockThatIsCurrentIsNotWritten()
    {
        Update(TestAssembly.Own);
        File.WriteAllText(Lock, File.ReadAllText(Lock).ReplaceLineEndings("\r\n"));
        byte[] checkedOut = File.ReadAllBytes(Lock);
        Update(TestAssembly.Own).Messages.ShouldBeEmpty();
        File.ReadAllBytes(Lock).ShouldBe(checkedOut);
    }

    [Fact]
    public void SeveralTypesOfATableAreOne()
    {
        Update(TestAssembly.Compile(
            _folder,
            "A",
            Typed("A: int\\n    B: long?"),
            Typed("B: long\\n    C: string"),
            Typed("A: int?")));
        ShouldBe($"{FirstLine}\n\ntable T\n    A: int?\n    B: long?\n    C: string\n");
    }

    [Fact]
    public void WithoutTablesThereIsNoLock()
    {
        string empty = TestAssembly.Compile(_folder, "A");
        Update(empty);
        File.Exists(Lock).ShouldBeFalse();

        Update(TestAssembly.Own);
        Update(empty);
        ShouldBe(FirstLine + "\n");
    }

    [Fact]
    public void AssemblyThatCannotBeReadIsAnError() =>
        RecordingEngine.Fail(new UpdateKustoLock { Assembly = _folder["Gone.dll"], LockFile = Lock })
            .ShouldHaveSingleItem().Code.ShouldBe("KTB003");

    public void Dispose() => _folder.Dispose();

    private static string Typed(string columns) => TestAssembly.Metadata(
        "{}", $"Table = \"T\", Script = \"\", Lock = \"table T\\n    {columns}\"");

    private RecordingEngine Update(string assembly) =>
        RecordingEngine.Run(new UpdateKustoLock { Assembly = assembly, LockFile = Lock });

    private void ShouldBe(string text) => File.ReadAllText(Lock).ShouldBe(text.ReplaceLineEndings("\n"));
}
