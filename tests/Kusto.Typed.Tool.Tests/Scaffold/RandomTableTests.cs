using Kusto.Typed.Commands;
using Kusto.Typed.EndToEnd.Tests.Shapes;
using Kusto.Typed.Generator.Tests.Testing;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Tests.Testing;

namespace Kusto.Typed.Tool.Tests.Scaffold;

public sealed class RandomTableTests
{
    private const int ShapesPerSeed = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task RecordOfACommandMakesTheSameCommandsAgain(int seed)
    {
        RandomShapes shapes = new(seed);
        int tried = 0;
        for (int shape = 0; shape < ShapesPerSeed; shape++)
        {
            string source = shapes.Next();
            if (ShapeCompiler.Compile(source) is { } type)
            {
                tried++;
                await ShouldComeBackAsync(Table(type));
            }
        }

        tried.ShouldBeGreaterThan(ShapesPerSeed / 10);
    }

    // Renames are of the past, and a table that is there does not show them.
    private static async Task ShouldComeBackAsync(TableSchema table)
    {
        string script = string.Join("\n", TableCommands.Script(table));
        ToolRun run = await ToolRun.WithInputAsync(script, "scaffold", "-", "--type", "Storm");
        run.Error.ShouldBeEmpty();
        run.Output.ShouldNotContain("not taken over");
        Type again = ShapeCompiler.Compile(run.Output).ShouldNotBeNull(run.Output);
        string.Join("\n", TableCommands.Script(Table(again))).ShouldBe(script, run.Output);
    }

    private static TableSchema Table(Type row) =>
        (TableSchema)typeof(KustoCsv).GetMethod(nameof(KustoCsv.Table))!.MakeGenericMethod(row).Invoke(null, null)!;
}
