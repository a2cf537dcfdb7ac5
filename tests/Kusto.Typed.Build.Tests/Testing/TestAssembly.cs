using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Build.Tests.Testing;

/// <summary>Assemblies on disk, with whatever metadata a test wants.</summary>
internal static class TestAssembly
{
    /// <summary>The tests' own assembly, whose metadata the generator wrote.</summary>
    public static string Own { get; } = typeof(Reading).Assembly.Location;

    /// <summary>The metadata of a table with one column, as the generator would write it.</summary>
    public static string Table(string name, string column = "Id") =>
        Metadata(
            $$"""{"table":"{{name}}","columns":["{{column}}"]}""",
            $"Table = \"{name}\", Lock = \"table {name}\\n    {column}: int\", "
            + $"Script = \".create-merge table ['{name}'] (['{column}']:int)\\n.alter table ['{name}'] folder 'F'\"");

    /// <summary>The attribute of a table.</summary>
    public static string Metadata(string json, string rest) =>
        $"[assembly: Kusto.Typed.KustoTableMetadata({SymbolDisplay.FormatLiteral(json, quote: true)}, {rest})]";

    /// <summary>Compiles sources to an assembly in the folder.</summary>
    public static string Compile(TestFolder folder, string name, params string[] sources)
    {
        string path = folder[name + ".dll"];
        CSharpCompilation.Create(
                name,
                sources.Select(source => CSharpSyntaxTree.ParseText(source)),
                References(),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true))
            .Emit(path)
            .Diagnostics.ShouldBeEmpty();
        return path;
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "Kusto.Typed.dll")
            .Select(file => MetadataReference.CreateFromFile(file));
}
