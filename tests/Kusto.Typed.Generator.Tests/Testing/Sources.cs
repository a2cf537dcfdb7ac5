namespace Kusto.Typed.Generator.Tests.Testing;

/// <summary>The sources that tests are about, without what is the same in all of them.</summary>
internal static class Sources
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Data.SqlTypes;
        using System.Net;
        using System.Numerics;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using Kusto.Typed;

        """;

    /// <summary>A file in the namespace Weather.</summary>
    public static string InWeather(string declarations) => $"{Usings}\nnamespace Weather;\n\n{declarations}\n";

    /// <summary>A file with what every file uses, and nothing else.</summary>
    public static string WithUsings(string declarations) => Usings + "\n" + declarations + "\n";

    /// <summary>A record StormEvent of these members, with what stands beside it.</summary>
    public static string Row(string members, string beside = "") =>
        InWeather($"[KustoTable(\"StormEvents\")]\npublic partial record StormEvent\n{{\n{members}\n}}\n{beside}");

    /// <summary>A record StormEvent whose JSON context lists these types.</summary>
    public static string JsonRow(string members, string listed, string beside = "") =>
        InWeather(
            $"[KustoTable(\"StormEvents\", JsonContext = typeof(WeatherJson))]\npublic partial record StormEvent\n{{\n{members}\n}}\n"
            + Context("WeatherJson", listed) + beside);

    /// <summary>A method in whose reach are an ingestor, a connection, rows and one row, with what stands beside it.</summary>
    public static string Call(string statements, string beside = "") =>
        WithUsings(
            $$"""
            using System.Linq;
            using System.Threading.Tasks;

            namespace Weather;

            [KustoTable]
            public partial record Storm(int Id);

            internal sealed class Importer(KustoIngestor ingestor, KustoConnection kusto)
            {
                {{beside}}

                public async Task ImportAsync(List<Storm> storms, Storm storm, IAsyncEnumerable<Storm> stream)
                {
                    {{statements}}
                    await Task.Yield();
                }

                public KustoIngestor Ingestor => ingestor;

                public KustoConnection Kusto => kusto;
            }
            """);

    /// <summary>A JSON context as System.Text.Json's own generator would complete it, as far as the compiler cares.</summary>
    public static string Context(string name, params IEnumerable<string> listed) =>
        $$"""

        {{string.Join("\n", listed.Select(type => $"[JsonSerializable(typeof({type}))]"))}}
        internal sealed class {{name}} : JsonSerializerContext
        {
            public {{name}}() : base(null) { }
            private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
            public static {{name}} Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => s_options.GetTypeInfo(type);
        }

        """;
}
