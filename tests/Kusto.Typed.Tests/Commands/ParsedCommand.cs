using System.Text.Json;
using System.Text.Json.Serialization;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Commands;

/// <summary>A command as Microsoft's parser reads it.</summary>
internal sealed record ParsedCommand(
    string? Kind,
    int Statements,
    string[] Skipped,
    ParsedCommand.Diagnostic[] Diagnostics,
    Dictionary<string, string> Parts,
    Dictionary<string, string>[] Columns)
{
    /// <summary>The command's text.</summary>
    [JsonIgnore]
    public string Text { get; private init; } = "";

    /// <summary>The name of the table.</summary>
    public string Table => Parts["TableName"];

    /// <summary>Parses commands, all in one run of the parser.</summary>
    public static async Task<ParsedCommand[]> ParseAsync(params string[] commands)
    {
        string input = JsonSerializer.Serialize(commands);
        string output = await NodeScript.RunAsync("parse-commands.mjs", input);
        ParsedCommand[] parsed = JsonSerializer.Deserialize<ParsedCommand[]>(output, JsonSerializerOptions.Web)!;
        parsed.Length.ShouldBe(commands.Length);
        return [.. parsed.Zip(commands, (command, text) => command with { Text = text })];
    }

    /// <summary>What is wrong with the command, the parser's silence made up for; empty where nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (Kind is null)
        {
            yield return "no command is known by its words";
        }

        if (Statements != 1)
        {
            yield return $"{Statements} statements stand in it";
        }

        if (Skipped.Length > 0)
        {
            yield return $"text follows it: {string.Join(' ', Skipped)}";
        }

        foreach (Diagnostic diagnostic in Diagnostics)
        {
            yield return $"{diagnostic.Code}: {diagnostic.Message}";
        }

        if (Text.AsSpan().ContainsAny("\r\n\u2028\u2029"))
        {
            yield return "it is not one line";
        }

        foreach (string problem in ColumnProblems().Concat(MappingProblems()))
        {
            yield return problem;
        }
    }

    /// <summary>Fails where the command has a problem.</summary>
    public ParsedCommand ShouldBeSound()
    {
        Problems().ShouldBeEmpty(Text);
        return this;
    }

    private IEnumerable<string> ColumnProblems()
    {
        // Pairs of tables that are renamed are a list too, and no columns.
        Dictionary<string, string>[] columns = [.. Columns.Where(column => column.ContainsKey("ColumnName"))];
        foreach (IGrouping<string, string> name in columns.Select(column => column["ColumnName"]).GroupBy(name => name))
        {
            if (name.Count() > 1)
            {
                yield return $"the column {name.Key} stands in it {name.Count()} times";
            }
        }

        foreach (string type in columns.Select(column => column.GetValueOrDefault("ColumnType", "string")))
        {
            if (!KustoTypeNames.TryParse(type, out _))
            {
                yield return $"{type} is no canonical type name";
            }
        }
    }

    private IEnumerable<string> MappingProblems()
    {
        if (!Parts.TryGetValue("MappingFormat", out string? mapping))
        {
            yield break;
        }

        HashSet<string> columns = [];
        HashSet<string> ordinals = [];
        IReadOnlyList<MappingElement> elements = MappingElement.Read(mapping, out string? problem);
        foreach (MappingElement element in elements)
        {
            if (!columns.Add(element.Column) || (element.Ordinal is { } ordinal && !ordinals.Add(ordinal)))
            {
                yield return $"the mapping has the column {element.Column} or its ordinal twice";
            }
        }

        if (problem is not null)
        {
            yield return problem;
        }
    }

    internal sealed record Diagnostic(string Code, string Message, int Start);
}
