using System.Collections.Immutable;
using Kusto.Typed.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Sdk;

namespace Kusto.Typed.Generator.Tests.Testing;

/// <summary>What the generator made of a source, and what the compiler says of both together.</summary>
internal sealed class Generation
{
    private readonly MarkedSource _source;
    private readonly GeneratorRunResult _run;
    private readonly string[] _compilerProblems;

    private readonly IReadOnlyList<Diagnostic> _remarks;

    private Generation(
        MarkedSource source, GeneratorRunResult run, IReadOnlyList<Diagnostic> remarks, string[] compilerProblems)
    {
        _remarks = remarks;
        _source = source;
        _run = run;
        _compilerProblems = compilerProblems;
    }

    /// <summary>What the generator reports, and the analyzer of tables, and no pragma suppresses.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. _run.Diagnostics.Where(diagnostic => !diagnostic.IsSuppressed), .. _remarks];

    public IReadOnlyList<string> HintNames => [.. _run.GeneratedSources.Select(source => source.HintName)];

    public IReadOnlyList<string> CompilerProblems => _compilerProblems;

    /// <summary>The exception that left the generator; null: none did.</summary>
    public Exception? Exception => _run.Exception;

    /// <summary>Runs the generator over marked source.</summary>
    public static Generation Generate(
        string marked,
        LanguageVersion version = LanguageVersion.CSharp12,
        string? rootNamespace = "Weather.App",
        string? locked = null,
        params (string Id, ReportDiagnostic Severity)[] severities)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        CSharpCompilation compilation = TestCompilation.Of(source.Text, version);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            severities.Select(configured => KeyValuePair.Create(configured.Id, configured.Severity))));
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(
                [new KustoRowGenerator().AsSourceGenerator()],
                locked is null ? [] : [new LockFile(locked)],
                TestCompilation.Parse(version))
            .WithUpdatedAnalyzerConfigOptions(new RootNamespaceOptions(rootNamespace))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out _);
        string[] problems =
        [
            .. whole.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Where(diagnostic =>
                    diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree != compilation.SyntaxTrees[0])
                .Select(diagnostic => diagnostic.ToString()),
        ];
        ImmutableArray<Diagnostic> remarks = whole.WithAnalyzers([new RemarkAnalyzer()])
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return new Generation(source, driver.GetRunResult().Results[0], remarks, problems);
    }

    /// <summary>Fails unless everything compiles without a warning and nothing but remarks was reported.</summary>
    public Generation ShouldCompile()
    {
        Exception.ShouldBeNull();
        Diagnostics
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
            .Select(diagnostic => diagnostic.ToString())
            .ShouldBeEmpty();
        if (_compilerProblems.Length > 0)
        {
            IEnumerable<string> files = _run.GeneratedSources.Select(source => source.SourceText.ToString());
            throw new XunitException(string.Join("\n", [.. _compilerProblems, .. files]));
        }

        return this;
    }

    /// <summary>The text of one generated file.</summary>
    public string File(string hintName)
    {
        ShouldCompile();
        return _run.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();
    }

    /// <summary>Fails unless the body of Write, without its first line, is this.</summary>
    public Generation ShouldHaveWriteBody(string body) => ShouldHaveBody("csv.BeginRecord", "csv.EndRecord();", body);

    /// <summary>The same where warnings are reported too.</summary>
    public Generation ShouldHaveWriteBodyWithRemarks(string body) =>
        ShouldBe(Body(LinesOfTheRow(), "csv.BeginRecord", "csv.EndRecord();"), body);

    /// <summary>Fails unless Write reserves this many bytes.</summary>
    public Generation ShouldReserve(int bytes) => ShouldContain($"csv.BeginRecord({bytes});");

    /// <summary>Fails unless what Read returns is this.</summary>
    public Generation ShouldHaveReadBody(string body) => ShouldHaveBody(".Read(ref ", "/// <summary>The table ", body);

    /// <summary>Fails unless this is in the generated file.</summary>
    public Generation ShouldHaveText(string text)
    {
        string.Join("\n", Lines()).ShouldContain(text);
        return this;
    }

    /// <summary>Fails unless this line is in the generated file.</summary>
    public Generation ShouldContain(string line)
    {
        Lines().ShouldContain(line);
        return this;
    }

    /// <summary>Fails unless these are the lines of the schema's columns and what is declared behind them.</summary>
    public Generation ShouldHaveSchema(string lines) => ShouldHaveBody("TableSchema.Define(", ".Mapping(MappingName)", lines);

    /// <summary>Fails unless this one diagnostic is reported, at the mark, its message with these words.</summary>
    public void ShouldReport(DiagnosticDescriptor descriptor, params string[] words)
    {
        Exception.ShouldBeNull();
        Diagnostic diagnostic = Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe(descriptor.Id);
        diagnostic.Descriptor.ShouldBe(descriptor);
        (diagnostic.Id, diagnostic.Location.SourceSpan).ShouldBe(_source.Marks.ShouldHaveSingleItem());
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        foreach (string word in words)
        {
            message.ShouldContain(word, Case.Sensitive);
        }

        message.ShouldNotContain("{");
        _compilerProblems.ShouldBeEmpty();
    }

    private Generation ShouldHaveBody(string from, string to, string expected) => ShouldBe(Body(Lines(), from, to), expected);

    private static string Body(IEnumerable<string> lines, string from, string to) => string.Join(
        "\n",
        lines
            .SkipWhile(line => !line.Contains(from, StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith(to, StringComparison.Ordinal) && line is not "}")
            .Where(line => line.Length > 0));

    private Generation ShouldBe(string found, string expected)
    {
        string[] wanted = [.. expected.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())];
        if (found != string.Join("\n", wanted))
        {
            throw new XunitException($"The lines are:\n{found}\n\nExpected were:\n{string.Join("\n", wanted)}");
        }

        return this;
    }

    // Those of the first row's file, without their indentation.
    private IEnumerable<string> Lines()
    {
        ShouldCompile();
        return LinesOfTheRow();
    }

    private IEnumerable<string> LinesOfTheRow() =>
        _run.GeneratedSources
            .First(source => source.HintName != "KustoTables.g.cs")
            .SourceText.ToString()
            .Split('\n')
            .Select(line => line.Trim());
}
