using Kusto.Typed.Tool.Explain;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Explain;

public sealed class ExplainVerbTests
{
    [Theory]
    [InlineData("Stream_WrongNumberOfFields")]
    [InlineData("stream_wrongnumberoffields")]
    [InlineData("0x80da0008")]
    public async Task CodeIsExplainedWhateverItsCase(string code)
    {
        ToolRun run = await ToolRun.OfAsync("explain", code);
        run.ExitCode.ShouldBe(ExitCode.Fine);
        run.Output.ShouldStartWith("Stream_WrongNumberOfFields (0x80DA0008), permanent");
        run.Output.ShouldContain("What to do: ");
    }

    [Theory]
    [InlineData("BadRequest_MappingReferenceNotFound", "BadRequest_MappingReferenceWasNotFound")]
    [InlineData("Throttled", "General_ThrottledIngestion")]
    public async Task UnknownCodeEndsWithOneAndNamesNearOnes(string code, string near)
    {
        ToolRun run = await ToolRun.OfAsync("explain", code);
        run.ExitCode.ShouldBe(ExitCode.Finding);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(code);
        run.Error.ShouldContain(near);
    }

    [Fact]
    public async Task CodeLikeNoOtherIsNotGuessedAt() =>
        (await ToolRun.OfAsync("explain", "Qqqqqqqqqqqqq")).Error.ShouldContain("lists them all");

    [Fact]
    public async Task NothingToExplainListsAll()
    {
        ToolRun run = await ToolRun.OfAsync("explain");
        run.ExitCode.ShouldBe(ExitCode.Fine);
        run.Output.Count('\n').ShouldBe(IngestionErrors.All.Count);
        run.Output.ShouldContain("General_ThrottledIngestion (transient): ");
    }

    [Fact]
    public void EachCodeIsThereOnceAndSaysWhatToDo()
    {
        IngestionErrors.All.Select(error => error.Code).ShouldBeUnique();
        IngestionErrors.All.ShouldAllBe(error => error.Meaning.EndsWith('.') && error.Advice.EndsWith('.'));
    }
}
