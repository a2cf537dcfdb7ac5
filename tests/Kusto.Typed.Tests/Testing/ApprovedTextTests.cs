using Kusto.Typed.Testing;
using Xunit.Sdk;

namespace Kusto.Typed.Tests.Testing;

public sealed class ApprovedTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("approved").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TextThatWasApprovedPassesWhateverItsLineEnds()
    {
        File.WriteAllText(FileOf("verified"), "one\r\ntwo\n");

        Compare("one\ntwo\n");

        File.Exists(FileOf("received")).ShouldBeFalse();
    }

    [Fact]
    public void TextThatDiffersIsKeptAndTheFirstLineShown()
    {
        File.WriteAllText(FileOf("verified"), "one\ntwo\n");

        string message = Should.Throw<XunitException>(() => Compare("one\nzwei\n")).Message;

        message.ShouldContain("line 2");
        message.ShouldContain("approved: two");
        message.ShouldContain("received: zwei");
        message.ShouldContain($"mv '{FileOf("received")}' '{FileOf("verified")}'");
        File.ReadAllText(FileOf("received")).ShouldBe("one\nzwei\n");
    }

    [Fact]
    public void TextThatNobodyApprovedFails()
    {
        Should.Throw<XunitException>(() => Compare("one")).Message.ShouldContain("nothing is approved yet");

        File.ReadAllText(FileOf("received")).ShouldBe("one");
    }

    [Fact]
    public void ReceivedTextGoesAwayWhenTheTestPasses()
    {
        File.WriteAllText(FileOf("verified"), "one");
        File.WriteAllText(FileOf("received"), "two");

        Compare("one");

        File.Exists(FileOf("received")).ShouldBeFalse();
    }

    private string FileOf(string kind) => Path.Combine(_folder, $"Text.{kind}.txt");

    private void Compare(string text) => ApprovedText.ShouldMatch(text, "Text", testFile: FileOf("test"));
}
