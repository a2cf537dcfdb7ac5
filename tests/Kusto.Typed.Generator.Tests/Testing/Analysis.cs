using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kusto.Typed.Generator.Tests.Testing;

/// <summary>What the analyzers say of a source, completed by the generator.</summary>
internal sealed class Analysis
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(KustoRowGenerator).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    private readonly MarkedSource _source;

    private Analysis(MarkedSource source, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<string> errors)
    {
        _source = source;
        Diagnostics = diagnostics;
        Errors = errors;
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>What keeps the source from being compiled at all.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Runs all analyzers over marked source.</summary>
    /// <param name="marked">The source.</param>
    /// <param name="editorConfig">The lines of an .editorconfig for it; null: there is none.</param>
    public static async Task<Analysis> AnalyzeAsync(string marked, string? editorConfig = null)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        CSharpCompilation compilation = TestCompilation.Of(source.Text);
        compilation = compilation.WithOptions(compilation.Options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithSyntaxTreeOptionsProvider(new EditorConfig(editorConfig)));
        CSharpGeneratorDriver
            .Create([new KustoRowGenerator().AsSourceGenerator()], parseOptions: TestCompilation.Parse(LanguageVersion.CSharp12))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out ImmutableArray<Diagnostic> generated);
        ImmutableArray<Diagnostic> analyzed = await whole.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        IEnumerable<Diagnostic> errors = whole.GetDiagnostics().Concat(generated)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new Analysis(source, analyzed, [.. errors.Select(diagnostic => diagnostic.ToString())]);
    }

    /// <summary>Fails unless these are the diagnostics, one at each mark, each message with these words.</summary>
    public void ShouldReport(DiagnosticDescriptor descriptor, params string[] words)
    {
        Errors.ShouldBeEmpty();
        _source.Marks.ShouldNotBeEmpty();
        Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)).ShouldBe(_source.Marks, ignoreOrder: true);
        foreach (Diagnostic diagnostic in Diagnostics)
        {
            diagnostic.Descriptor.ShouldBe(descriptor);
            diagnostic.Severity.ShouldBe(descriptor.DefaultSeverity);
            string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            message.ShouldNotContain("{");
            foreach (string word in words)
            {
                message.ShouldContain(word, Case.Sensitive);
            }
        }
    }

    /// <summary>Fails unless the source compiles and nothing is said of it.</summary>
    public void ShouldBeSilent()
    {
        Errors.ShouldBeEmpty();
        Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty();
    }
}
