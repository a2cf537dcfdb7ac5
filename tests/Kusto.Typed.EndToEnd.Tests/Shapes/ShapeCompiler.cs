using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.EndToEnd.Tests.Shapes;

/// <summary>Makes types that can be used of source, by way of the generator, as a user's build does.</summary>
internal static class ShapeCompiler
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly IIncrementalGenerator s_generator = (IIncrementalGenerator)Activator.CreateInstance(
        Assembly.LoadFrom(Metadata("Generator")).GetTypes().Single(type => type.Name == "KustoRowGenerator"), nonPublic: true)!;

    /// <summary>The type called Storm; null where the generator reports an error.</summary>
    public static Type? Compile(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shape",
            [CSharpSyntaxTree.ParseText(source, s_parse)],
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        CSharpGeneratorDriver.Create([s_generator.AsSourceGenerator()], parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out ImmutableArray<Diagnostic> reported);
        if (reported.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        using MemoryStream assembly = new();
        whole.Emit(assembly).Success.ShouldBeTrue(source);
        assembly.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(assembly).GetTypes().Single(type => type.Name == "Storm");
    }

    private static string Metadata(string key) => typeof(ShapeCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == key).Value!;
}
