using Kusto.Typed.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Generator.Tests.Evolution;

/// <summary>A type through its versions: what the generator says and makes of each, with the lock of the one before.</summary>
internal sealed class TypeHistory
{
    private CSharpCompilation _compilation = TestCompilation.Of("");
    private GeneratorDriver _driver = CSharpGeneratorDriver.Create(
        [new KustoRowGenerator().AsSourceGenerator()], parseOptions: TestCompilation.Parse(LanguageVersion.CSharp12));

    private LockFile? _lock;

    /// <summary>Runs the generator over a version.</summary>
    /// <returns>What it reports besides remarks, and what it made; null where it made nothing.</returns>
    public (IReadOnlyList<Diagnostic> Diagnostics, GeneratedVersion? Version) Run(EditedType type)
    {
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], TestCompilation.Tree(type.ToSource()));
        _driver = _driver.RunGenerators(_compilation);
        GeneratorRunResult result = _driver.GetRunResult().Results[0];
        result.Exception.ShouldBeNull();
        string? row = result.GeneratedSources.FirstOrDefault(file => file.HintName == "Weather.Storm.g.cs").SourceText?.ToString();
        string tables = result.GeneratedSources.FirstOrDefault(file => file.HintName == "KustoTables.g.cs").SourceText?.ToString() ?? "";
        Diagnostic[] reported = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)];
        return (reported, row is null ? null : GeneratedVersion.Of(row, tables));
    }

    /// <summary>The version has shipped: what it is stands in the lock from now on.</summary>
    public void Ship(GeneratedVersion version)
    {
        LockFile shipped = new(version.Lock);
        _driver = _lock is null
            ? _driver.AddAdditionalTexts([shipped])
            : _driver.ReplaceAdditionalText(_lock, shipped);
        _lock = shipped;
    }
}
