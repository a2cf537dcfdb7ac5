using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Commands;

/// <summary>The check that other tests rely on sees what the parser passes over.</summary>
public sealed class ParsedCommandTests
{
    private static readonly string[] s_sound =
    [
        ".create-merge table ['T'] (['A']:int, ['B']:string)",
        """.create-or-alter table ['T'] ingestion csv mapping "m" '[{"Column":"A","Properties":{"Ordinal":"0"}}]'""",
    ];

    private static readonly string[] s_bad =
    [
        "",
        "T | take 1",
        ".frobnicate table ['T']",
        ".create-merge tabel ['T'] (['A']:int)",
        ".create-merge table ['T'] (['A']:strnig)",
        ".create-merge table ['T'] (['A']:int64)",
        ".create-merge table ['T'] (['A']:Int)",
        ".create-merge table ['T'] (['A']:)",
        ".create-merge table ['T'] (['A'] int)",
        ".create-merge table ['T'] ()",
        ".create-merge table ['T'] (['A']:int,)",
        ".create-merge table ['T'] (['A']:int",
        ".create-merge table ['T'] ['A']:int)",
        ".create-merge table ['T' (['A']:int)",
        ".create-merge table ['T (['A']:int)",
        ".create-merge table (['A']:int)",
        ".create-merge table ['T'] (['A']:int, ['A']:long)",
        ".create-merge table ['T'] (['A']:int) extra",
        ".create-merge table ['T'] (['A']:int)\n.drop table ['T'] ifexists",
        ".create-merge table ['T'] (['A']:int); .drop table ['T']",
        ".create-merge table ['T']\n(['A']:int)",
        ".create-merge table ['a\\'] (['A']:int)",
        ".alter table ['T'] docstring \"a\nb\"",
        ".alter table ['T'] docstring \"a\\qb\"",
        ".alter table ['T'] docstring \"a\"b\"",
        ".alter table ['T'] docstring",
        ".alter table ['T'] docstring \"a\" // b\u2028",
        ".alter table ['T'] policy streamingingestion perhaps",
        ".create-or-alter table ['T'] ingestion csv mapping m '[]'",
        ".create-or-alter table ['T'] ingestion cvs mapping \"m\" '[]'",
        """.create-or-alter table ['T'] ingestion csv mapping "m" '[{"Column":"A"'""",
        """.create-or-alter table ['T'] ingestion csv mapping "m" '[{"Column":"A"}]'""",
        """.create-or-alter table ['T'] ingestion csv mapping "m" '{"Column":"A"}'""",
        """.create-or-alter table ['T'] ingestion csv mapping "m" '[{"Column":"A","Properties":{"Ordinal":"x"}}]'""",
        """.create-or-alter table ['T'] ingestion csv mapping "m" '[{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"B","Properties":{"Ordinal":"0"}}]'""",
        """.create-or-alter table ['T'] ingestion csv mapping "m" '[{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"A","Properties":{"Ordinal":"1"}}]'""",
    ];

    [NodeFact]
    public async Task BadCommandsHaveProblems()
    {
        ParsedCommand[] parsed = await ParsedCommand.ParseAsync(s_bad);

        parsed.Where(command => !command.Problems().Any()).Select(command => command.Text).ShouldBeEmpty();
    }

    [NodeFact]
    public async Task SoundCommandsHaveNone()
    {
        foreach (ParsedCommand command in await ParsedCommand.ParseAsync(s_sound))
        {
            command.ShouldBeSound();
        }
    }
}
