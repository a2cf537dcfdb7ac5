using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Generator.Tests.Testing;

/// <summary>A second run of the generator, after an edit, and what the first had given.</summary>
internal sealed class IncrementalRun
{
    private static readonly string[] s_modelSteps =
        [TrackingNames.RowModels, TrackingNames.TableModels, TrackingNames.AssemblyModel, TrackingNames.TablesFile];

    private readonly GeneratorRunResult _before;
    private readonly GeneratorRunResult _after;

    private IncrementalRun(GeneratorRunResult before, GeneratorRunResult after)
    {
        _before = before;
        _after = after;
    }

    public IReadOnlyList<string> Diagnostics => [.. _after.Diagnostics.Select(diagnostic => diagnostic.Id)];

    public static IncrementalRun Of(
        SyntaxTree[] trees, SyntaxTree edited, string text, LockFile? locked = null, LockFile? lockedAfter = null)
    {
        CSharpCompilation compilation = TestCompilation.Of("").AddSyntaxTrees(trees);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new KustoRowGenerator().AsSourceGenerator()],
            locked is null ? [] : [locked],
            parseOptions: TestCompilation.Parse(LanguageVersion.CSharp12),
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);
        GeneratorRunResult before = driver.GetRunResult().Results[0];
        driver = lockedAfter is null ? driver : driver.ReplaceAdditionalText(locked!, lockedAfter);
        SyntaxTree replacement = TestCompilation.Tree(text, file: edited.FilePath);
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(edited, replacement));
        return new IncrementalRun(before, driver.GetRunResult().Results[0]);
    }

    /// <summary>Fails if any step behind parsing ran to another result, or any file was printed again.</summary>
    public void ShouldBeCached()
    {
        foreach (string step in s_modelSteps)
        {
            Reasons(_after.TrackedSteps[step]).ShouldNotBeEmpty();
            Reasons(_after.TrackedSteps[step]).ShouldAllBe(reason =>
                reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        }

        OutputReasons().ShouldNotBeEmpty();
        OutputReasons().ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
        ShouldBeEmittedAnew();
    }

    /// <summary>Fails unless these files, and no other, are new or other texts.</summary>
    public void ShouldBeEmittedAnew(params string[] hintNames)
    {
        Dictionary<string, string> before = Texts(_before);
        Texts(_after)
            .Where(file => !before.TryGetValue(file.Key, out string? text) || text != file.Value)
            .Select(file => file.Key)
            .ShouldBe(hintNames, ignoreOrder: true);
        int printed = OutputReasons().Count(reason =>
            reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
        printed.ShouldBe(hintNames.Length + _after.Diagnostics.Length);
    }

    private List<IncrementalStepRunReason> OutputReasons() =>
        [.. _after.TrackedOutputSteps.Values.SelectMany(steps => Reasons(steps))];

    private static List<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];

    private static Dictionary<string, string> Texts(GeneratorRunResult run) =>
        run.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
}
