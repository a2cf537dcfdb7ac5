using System.Collections.Immutable;
using System.Reflection;
using Kusto.Typed.Generator;
using Kusto.Typed.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kusto.Typed.CodeFixes.Tests.Testing;

/// <summary>A solution of one project, as a user has it open, and what its build says.</summary>
internal static class UserSolution
{
    private static readonly ISourceGenerator[] s_generators =
        [new KustoRowGenerator().AsSourceGenerator(), .. JsonGenerators()];

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
        [.. Instances<DiagnosticAnalyzer>(typeof(KustoRowGenerator).Assembly, typeof(DiagnosticAnalyzerAttribute))];

    public static Solution Of(IReadOnlyList<string> files, LanguageVersion version)
    {
        CSharpCompilation compilation = TestCompilation.Of("", version);
        AdhocWorkspace workspace = new();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "Weather.App",
            "Weather.App",
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: TestCompilation.Parse(version),
            metadataReferences: compilation.References));
        Solution solution = project.Solution;
        for (int i = 0; i < files.Count; i++)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), $"File{i}.cs", files[i], filePath: $"/src/File{i}.cs");
        }

        return solution;
    }

    public static Solution WithLock(Solution solution, string text) => solution.AddAdditionalDocument(
        DocumentId.CreateNewId(solution.ProjectIds.Single()), "kusto.lock", text, filePath: "/src/kusto.lock");

    /// <summary>What the compiler, the generators and the analyzers say; of the compiler only errors.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(Solution solution)
    {
        Project project = solution.Projects.Single();
        Compilation compilation = (await project.GetCompilationAsync())!;
        CSharpGeneratorDriver
            .Create(s_generators, project.AnalyzerOptions.AdditionalFiles, (CSharpParseOptions)project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out ImmutableArray<Diagnostic> generated);
        ImmutableArray<Diagnostic> analyzed = s_analyzers.IsEmpty
            ? []
            : await whole.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        IEnumerable<Diagnostic> compiled = whole.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
        return [.. generated, .. analyzed, .. compiled];
    }

    /// <summary>All types of an assembly with that attribute, made as the compiler and the editors make them.</summary>
    public static IEnumerable<T> Instances<T>(Assembly assembly, Type attribute) =>
        assembly.GetTypes()
            .Where(type => type.IsDefined(attribute))
            .Select(type => Activator.CreateInstance(type, nonPublic: true))
            .OfType<T>();

    private static IEnumerable<ISourceGenerator> JsonGenerators() =>
        Instances<IIncrementalGenerator>(
                Assembly.LoadFrom(
                    typeof(UserSolution).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                        .Single(data => data.Key == "JsonGenerator").Value!),
                typeof(GeneratorAttribute))
            .Select(generator => generator.AsSourceGenerator());
}
