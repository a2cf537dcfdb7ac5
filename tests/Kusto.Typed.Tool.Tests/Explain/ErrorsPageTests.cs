using Kusto.Typed.Testing;
using Kusto.Typed.Tool.Explain;

namespace Kusto.Typed.Tool.Tests.Explain;

public sealed class ErrorsPageTests
{
    [Fact]
    public void PageHasTheCodesAsTheToolHasThem()
    {
        string[] rows =
        [
            .. IngestionErrors.All.Select(error =>
                $"| `{error.Code}`{(error.Number is null ? "" : $" ({error.Number})")} | {error.Lasting} | {Cell(error.Meaning)} | {Cell(error.Advice)} |"),
        ];
        string[] found = [.. File.ReadAllLines(Repository.PathOf("docs", "errors.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        found.ShouldBe(rows, string.Join("\n", rows));
    }

    private static string Cell(string text) => text.Replace("|", "\\|");
}
