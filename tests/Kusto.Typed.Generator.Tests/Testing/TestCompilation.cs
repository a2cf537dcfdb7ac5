extern alias library;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Generator.Tests.Testing;

/// <summary>A user's project: the platform, the library, nullable on, warnings are errors.</summary>
internal static class TestCompilation
{
    private const string SourceFile = "StormEvent.cs";

    private static readonly MetadataReference[] s_references = [.. References()];

    public static CSharpCompilation Of(string source, LanguageVersion version = LanguageVersion.CSharp12) =>
        CSharpCompilation.Create(
            "Weather.App",
            [Tree(source, version)],
            s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                allowUnsafe: true));

    public static SyntaxTree Tree(
        string source, LanguageVersion version = LanguageVersion.CSharp12, string file = SourceFile) =>
        CSharpSyntaxTree.ParseText(source, Parse(version), file);

    // With documentation diagnosed, as in a project that makes a documentation file.
    public static CSharpParseOptions Parse(LanguageVersion version) =>
        new(version, DocumentationMode.Diagnose);

    private static IEnumerable<MetadataReference> References()
    {
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == platform)
            .Append(typeof(library::Kusto.Typed.KustoTableAttribute).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file));
    }
}
