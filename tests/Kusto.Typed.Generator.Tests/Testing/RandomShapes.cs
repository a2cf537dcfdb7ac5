using System.Text;

namespace Kusto.Typed.Generator.Tests.Testing;

/// <summary>Row types nobody would think of, the same ones for the same seed.</summary>
internal sealed class RandomShapes(int seed)
{
    private static readonly string[] s_kinds =
        ["class", "sealed class", "record", "sealed record", "record class", "struct", "readonly struct", "record struct", "readonly record struct"];

    private static readonly string[] s_types =
    [
        "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "Half", "float", "double", "decimal",
        "SqlDecimal", "DateTime", "DateTimeOffset", "DateOnly", "TimeSpan", "TimeOnly", "Guid", "char", "Rune", "string",
        "Uri", "Version", "IPAddress", "Level", "byte[]", "ReadOnlyMemory<byte>", "float[]", "double[]",
        "ReadOnlyMemory<float>", "ReadOnlyMemory<double>", "JsonElement", "JsonDocument", "JsonNode", "JsonObject",
        "JsonArray", "JsonValue", "Summary", "Pair", "List<Summary>", "int[]", "Dictionary<string, int>",
        "IReadOnlyList<string>", "object", "nint", "Action", "Int128", "Outer.Inner", "(int, string)",
    ];

    private static readonly string[] s_listed =
        ["Summary", "Pair", "List<Summary>", "int[]", "Dictionary<string, int>", "IReadOnlyList<string>", "Outer.Inner"];

    private static readonly string[] s_names =
    [
        "Id", "State", "@class", "@event", "Größe", "日時", "value", "record", "row", "csv", "Name", "Schema", "Columns",
        "StormTable", "id", "Write", "Read", "__reserved", "Kusto", "System", "Weather", "Global",
    ];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _used = [];

    /// <summary>A whole file around one row type.</summary>
    public string Next()
    {
        _used.Clear();
        string kind = Pick(s_kinds);
        string row = $"{Attributes()}\n{Accessibility()} {(Chance(15) ? "" : "partial ")}{kind} Storm{Body(kind)}";
        row = row.Replace("partial readonly", "readonly partial", StringComparison.Ordinal)
            .Replace("partial sealed", "sealed partial", StringComparison.Ordinal);
        string nested = Chance(3) ? $"public {(Chance(10) ? "" : "static ")}partial class Around\n{{\n{row}\n}}" : row;
        return Sources.InWeather(
            $$"""
            public enum Level : short { Low, High }
            public sealed record Summary(int Damages);
            public readonly record struct Pair(int A, int B);
            public static class Outer { public sealed class Inner { public int Id { get; set; } } }
            public sealed class LevelConverter : IKustoConverter<Level, long>
            {
                public static long ToField(Level value) => (long)value + 1000;
                public static Level FromField(long field) => (Level)(field - 1000);
            }
            {{nested}}
            {{Sources.Context("WeatherJson", s_listed)}}
            """);
    }

    private string Body(string kind)
    {
        bool isPositional = kind.Contains("record", StringComparison.Ordinal) && Chance(2);
        string parameters = isPositional ? $"({string.Join(", ", Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Parameter()))})" : "";
        StringBuilder members = new();
        int count = _random.Next(isPositional ? 0 : 1, 9);
        bool isReadOnly = kind.StartsWith("readonly", StringComparison.Ordinal);
        bool takesInitializers = isPositional || !kind.Contains("struct", StringComparison.Ordinal);
        for (int member = 0; member < count; member++)
        {
            members.Append("    ").AppendLine(Member(isReadOnly, takesInitializers));
        }

        return $"{parameters}\n{{\n{members}}}";
    }

    private string Parameter() => $"{ColumnAttribute("property: ")}{Type()} {Name()}";

    private string Member(bool isReadOnly, bool takesInitializers)
    {
        string type = Type();
        bool isRequired = Chance(2);
        string required = isRequired ? "required " : "";
        string set = isReadOnly || Chance(2) ? "init" : "set";
        string name = Name();
        string body = $"{{ get; {set}; }}" + (isRequired || !takesInitializers ? "" : " = default!;");
        return _random.Next(14) switch
        {
            0 => $"public {type} {name} => default!;",
            1 => $"[KustoIgnore] public {type} {name} {{ get => default!; {set} {{ }} }}",
            2 => $"private {type} {name} => default!;",
            3 => $"public static {type} {name} => default!;",
            4 => $"public {type} {name} {{ get => default!; private {set} {{ }} }}",
            5 => $"[Obsolete] public {type} {name} {{ get => default!; {set} {{ }} }}",
            6 => $"public {type} {name} {{ get => default!; }}",
            7 => $"[KustoFlatten{(Chance(3) ? "(Prefix = \"f_\")" : "")}] public {required}{Pick(["Summary", "Pair", "Pair?", "Summary?", "Outer.Inner"])} {name} {body}",
            8 => $"[KustoConverter(typeof(LevelConverter))] public {required}Level{(Chance(2) ? "?" : "")} {name} {body}",
            _ => $"{ColumnAttribute("")}public {required}{type} {name} {body}",
        };
    }

    private string Attributes()
    {
        List<string> arguments = [];
        if (Chance(2))
        {
            arguments.Add(Chance(10) ? "\"bad;name\"" : "\"Storms\"");
        }

        if (!Chance(4))
        {
            arguments.Add("JsonContext = typeof(WeatherJson)");
        }

        if (Chance(4))
        {
            arguments.Add("DocString = \"a \\\"b\\\"\\n\\u2028\\\\ c\"");
        }

        if (Chance(3))
        {
            arguments.Add($"Naming = KustoNaming.{Pick(["AsIs", "CamelCase", "SnakeCase"])}");
        }

        if (Chance(4))
        {
            arguments.Add("DateTimeKind = KustoDateTimeKind.Utc");
        }

        string[] more =
        [
            "[KustoStreamingIngestion]", "[KustoRetention(\"30d\")]", "[KustoCaching(\"1d\")]", "[KustoAutoDelete(\"soon\")]",
            "[KustoIngestionBatching(MaximumNumberOfItems = 10)]", "[KustoFilledColumn(\"Site\", Value = \"it's \\\"here\\\"\")]",
            "[KustoFilledColumn(\"Line\", Transform = KustoTransform.SourceLineNumber)]", "[KustoRowOrder(\"Id\")]",
        ];
        return $"[KustoTable({string.Join(", ", arguments)})]" + string.Concat(more.Where(_ => Chance(8)));
    }

    private string ColumnAttribute(string target) =>
        _random.Next(11) switch
        {
            3 => $"[{target}KustoColumn(Order = {_random.Next(-2, 3)})] ",
            4 when Chance(4) => $"[{target}KustoColumn(Ordinal = {_random.Next(12)})] ",
            5 when Chance(3) => $"[{target}KustoRenamedFrom(\"Was {_random.Next(40)}\")] ",
            6 when Chance(3) => $"[{target}KustoColumn(Encoding = KustoEncoding.{Pick(["Identifier", "BigObject", "Vector16"])})] ",
            0 => $"[{target}KustoColumn(\"Column {_random.Next(40)}\")] ",
            1 => $"[{target}KustoColumn(DocString = \"\\\"\\\"\\\" x\")] ",
            2 when Chance(3) => $"[{target}KustoColumn(Type = KustoType.{(KustoType)_random.Next(1, 11)})] ",
            _ => "",
        };

    private string Accessibility() => Chance(2) ? "public" : "internal";

    private string Type() => Pick(s_types) + (Chance(3) ? "?" : "");

    private string Name()
    {
        string name = Chance(6) ? Pick(s_names) : $"P{_random.Next(1000)}";
        return _used.Add(name) ? name : Name();
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
