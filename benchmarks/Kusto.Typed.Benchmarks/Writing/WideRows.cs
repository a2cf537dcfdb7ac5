using System.Globalization;
using System.Reflection;
using System.Text;
using Kusto.Typed.Benchmarks.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>Rows of many columns, of types that are compiled on the spot, with our generator as the compiler runs it.</summary>
internal static class WideRows
{
    // So many fields whatever the columns, so that the rows take the same part of the caches.
    private const int Fields = 50_000;
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12);

    private static readonly MethodInfo s_write = typeof(Contenders).GetMethods()
        .Single(method => method.Name == nameof(Contenders.WriteOurs));

    public static void Measure(bool quick, Results results)
    {
        int[] widths = [5, 50, 500];
        using CountingStream output = new();
        Contender[] contenders = [.. widths.Select(width => new Contender("", Writer(width, output)))];
        Times[] times = Interleaved.Run(Pace.Hot(quick), contenders);
        for (int place = 0; place < widths.Length; place++)
        {
            string row = string.Create(CultureInfo.InvariantCulture, $"{widths[place]} columns");
            results.Add("columns", row, "field", times[place].Best / Fields);
            results.Add("columns", row, Results.Nanoseconds, times[place].Best / Fields * widths[place]);
        }
    }

    private static Action Writer(int columns, Stream output)
    {
        Type type = Compile(columns).GetType("Wide.Row", throwOnError: true)!;
        Array rows = (Array)type.GetMethod("Make")!.Invoke(null, [Fields / columns])!;
        return (Action)typeof(WideRows).GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [rows, output])!;
    }

    private static Action Bind<TRow>(TRow[] rows, Stream output)
    {
        var write = s_write.MakeGenericMethod(typeof(TRow)).CreateDelegate<Action<TRow[], Stream>>();
        using MemoryStream csv = new();
        write(rows, csv);
        int fields = csv.ToArray().Count(character => character is (byte)',' or (byte)'\n');
        return fields == Fields
            ? () => write(rows, output)
            : throw new InvalidOperationException($"{Fields} fields have become {fields}.");
    }

    private static Assembly Compile(int columns)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Wide{columns}",
            [CSharpSyntaxTree.ParseText(Source(columns), s_parse)],
            GeneratorLoad.References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([GeneratorLoad.OfRows().AsSourceGenerator()], parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out _);
        using MemoryStream assembly = new();
        return whole.Emit(assembly) is { Success: false } result
            ? throw new InvalidOperationException($"The wide rows do not compile: {result.Diagnostics[0]}")
            : Assembly.Load(assembly.ToArray());
    }

    private static string Source(int columns)
    {
        StringBuilder members = new();
        StringBuilder values = new();
        for (int column = 0; column < columns; column++)
        {
            (string type, string value) = Column(column);
            members.Append(CultureInfo.InvariantCulture, $"public required {type} C{column} {{ get; init; }}\n");
            values.Append(CultureInfo.InvariantCulture, $"C{column} = {value},\n");
        }

        return $$"""
            using System;

            namespace Wide;

            [Kusto.Typed.KustoTable]
            public sealed partial class Row
            {
                {{members}}
                public static Row[] Make(int count)
                {
                    var rows = new Row[count];
                    for (int number = 0; number < count; number++)
                    {
                        rows[number] = new Row { {{values}} };
                    }

                    return rows;
                }
            }
            """;
    }

    private static (string Type, string Value) Column(int column) => (column % 5) switch
    {
        0 => ("int", $"number * 7919 % {column + 100_000}"),
        1 => ("double", $"number * {column + 37} % 10_000 / 100.0"),
        2 => ("DateTime", $"new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(number * 61 + {column})"),
        3 => ("string", $"\"item-\" + number * {column} % 1000"),
        _ => ("long", $"number * 1_000_003L + {column}"),
    };
}
