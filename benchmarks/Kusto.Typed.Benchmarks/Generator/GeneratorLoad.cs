using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Benchmarks.Generator;

/// <summary>A project of many row types, and the generator that completes it.</summary>
internal sealed class GeneratorLoad
{
    private const int Keystrokes = 10;
    private const string Elsewhere = "Elsewhere.cs";

    /// <summary>What this program is compiled with itself.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12);
    private readonly IIncrementalGenerator _generator;
    private readonly (string File, string Text)[] _sources;

    private GeneratorLoad(IIncrementalGenerator generator, IEnumerable<(string File, string Text)> sources)
    {
        _generator = generator;
        _sources = [.. sources.Append((Elsewhere, "public static class Elsewhere { public static int Number => 1; }"))];
    }

    /// <summary>This library's generator.</summary>
    public static IIncrementalGenerator OfRows() => Load("RowGenerator", "KustoRowGenerator");

    /// <summary>Tables, for this library's generator.</summary>
    public static GeneratorLoad OfRows(int count) => new(
        OfRows(),
        Enumerable.Range(0, count).Select(number => ($"Row{number}.cs", Row(number, "[Kusto.Typed.KustoTable]", "partial "))));

    /// <summary>The same types, for System.Text.Json's generator.</summary>
    public static GeneratorLoad OfJson(int count)
    {
        StringBuilder context = new();
        for (int number = 0; number < count; number++)
        {
            context.Append("[System.Text.Json.Serialization.JsonSerializable(typeof(Load.Row").Append(number).Append("))]\n");
        }

        context.Append("internal sealed partial class LoadJson : System.Text.Json.Serialization.JsonSerializerContext;");
        return new(
            Load("JsonGenerator", "JsonSourceGenerator"),
            Enumerable.Range(0, count).Select(number => ($"Row{number}.cs", Row(number, "", "")))
                .Append(("LoadJson.cs", context.ToString())));
    }

    /// <summary>Runs it on a compilation of its own, and after some edits.</summary>
    public GeneratorCosts Measure(int round)
    {
        // Trees of its own, so that nothing is known of them from the round before.
        SyntaxTree[] trees = [.. _sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, s_parse, source.File))];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Load",
            trees,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        // A JSON context does not compile before it is completed; its time is then not looked at.
        double without = Cpu(() => Compile(compilation.Clone(), mustSucceed: false));

        // What the compiler finds out of the user's own types it finds out with or without a generator.
        compilation.GetDiagnostics();
        GeneratorCosts costs = new();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([_generator.AsSourceGenerator()], parseOptions: s_parse);
        Compilation whole = compilation;
        costs.Cold.Add(Cpu(() => driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out whole, out _)));
        costs.Compiling.Add(Math.Max(0, Cpu(() => Compile(whole, mustSucceed: true)) - without));
        compilation = TypeElsewhere(ref driver, compilation, round, costs.Keystrokes);

        // The compilation is the editor's own; what came of the generated files goes, and then the driver.
        whole = compilation;
        costs.KeptBytes.Add(KeptBytes(ref driver));
        GC.KeepAlive(compilation);
        return costs;
    }

    private static CSharpCompilation TypeElsewhere(
        ref GeneratorDriver driver, CSharpCompilation compilation, int round, List<double> keystrokes)
    {
        for (int number = 0; number < Keystrokes; number++)
        {
            SyntaxTree edited = compilation.SyntaxTrees.First(tree => tree.FilePath == Elsewhere);
            string text = $"public static class Elsewhere {{ public static int Number => {(round * 100) + number}; }}";
            compilation = compilation.ReplaceSyntaxTree(edited, CSharpSyntaxTree.ParseText(text, s_parse, Elsewhere));
            long started = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            keystrokes.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return compilation;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long KeptBytes(ref GeneratorDriver driver)
    {
        long with = GC.GetTotalMemory(forceFullCollection: true);
        driver = CSharpGeneratorDriver.Create(Array.Empty<ISourceGenerator>());
        return with - GC.GetTotalMemory(forceFullCollection: true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Compile(Compilation compilation, bool mustSucceed)
    {
        using MemoryStream output = new();
        if (!compilation.Emit(output).Success && mustSucceed)
        {
            throw new InvalidOperationException(
                "The load does not compile: " + compilation.GetDiagnostics().First(found => found.Severity == DiagnosticSeverity.Error));
        }
    }

    private static double Cpu(Action action)
    {
        GC.Collect();
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        action();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    private static IIncrementalGenerator Load(string key, string name)
    {
        string file = typeof(GeneratorLoad).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == key).Value!;
        Type type = Assembly.LoadFrom(file).GetTypes().Single(type => type.Name == name);
        return (IIncrementalGenerator)Activator.CreateInstance(type, nonPublic: true)!;
    }

    // Ten columns of the kinds that rows have most.
    private static string Row(int number, string attribute, string partial) =>
        $$"""
        using System;

        namespace Load;

        /// <summary>Row {{number}}.</summary>
        {{attribute}}
        public {{partial}}record Row{{number}}
        {
            public required DateTime At { get; init; }
            public required string Device { get; init; }
            public Guid Id { get; init; }
            public long Sequence { get; init; }
            public int Count{{number}} { get; init; }
            public bool IsValid { get; init; }
            public double X { get; init; }
            public double? Y { get; init; }
            public double? Z { get; init; }
            public string? Note { get; init; }
        }
        """;
}
