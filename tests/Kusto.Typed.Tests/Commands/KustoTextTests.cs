using System.Text;
using Kusto.Typed.Commands;
using Kusto.Typed.Testing;
using Kusto.Typed.Tests.Csv;

namespace Kusto.Typed.Tests.Commands;

public sealed class KustoTextTests
{
    [Theory]
    [InlineData("State", "['State']", "\"State\"", "'State'")]
    [InlineData("", "['']", "\"\"", "''")]
    [InlineData("a\\", "['a\\\\']", "\"a\\\\\"", "'a\\\\'")]
    [InlineData("a\\'] //x", "['a\\\\\\'] //x']", "\"a\\\\\\'] //x\"", "'a\\\\\\'] //x'")]
    [InlineData("\"", "['\"']", "\"\\\"\"", "'\"'")]
    [InlineData("\r\n\t", "['\\r\\n\\t']", "\"\\r\\n\\t\"", "'\\r\\n\\t'")]
    [InlineData("\0\u007F\u0085\u2028\u2029", "['\\u0000\\u007f\\u0085\\u2028\\u2029']", "\"\\u0000\\u007f\\u0085\\u2028\\u2029\"", "'\\u0000\\u007f\\u0085\\u2028\\u2029'")]
    [InlineData("é😀", "['é😀']", "\"é😀\"", "'é😀'")]
    public void TextIsQuoted(string text, string name, string literal, string jsonLiteral)
    {
        KustoText.Name(text).ShouldBe(name);
        KustoText.Literal(text).ShouldBe(literal);
        KustoText.JsonLiteral(text).ShouldBe(jsonLiteral);
    }

    [Fact]
    public void HalfOfASurrogatePairIsRefused()
    {
        foreach (string text in (string[])["\uD83D", "a\uD83Db", "\uDE00", "\uDE00\uD83D"])
        {
            Should.Throw<ArgumentException>(() => KustoText.Name(text)).Message.ShouldContain("surrogate");
            Should.Throw<ArgumentException>(() => KustoText.Literal(text)).Message.ShouldContain("surrogate");
            Should.Throw<ArgumentException>(() => KustoText.JsonLiteral(text)).Message.ShouldContain("surrogate");
        }
    }

    [Fact]
    public void AnyTextIsReadBackByThePlainReader() =>
        RandomValues.ForAll(random =>
        {
            string text = HostileText.Some(random);

            Unescape(KustoText.Name(text)[1..^1]).ShouldBe(text);
            Unescape(KustoText.Literal(text)).ShouldBe(text);
            Unescape(KustoText.JsonLiteral(text)).ShouldBe(text);
        });

    [NodeFact]
    public async Task AnyNameAndTextIsReadBackByTheParser()
    {
        // The parser takes its time for each command, so that few of them hold many texts.
        const int Texts = 300;
        RandomValues random = new(20260131);
        string[] texts = [.. Enumerable.Range(0, Texts).Select(_ => HostileText.Some(random)).Distinct()];
        string[][] groups = [.. texts.Chunk(50)];

        ParsedCommand[] names = await ParsedCommand.ParseAsync([.. groups.Select(CreateTable)]);
        ParsedCommand[] literals = await ParsedCommand.ParseAsync([.. groups.Select(group => DocStrings(group, KustoText.Literal))]);
        ParsedCommand[] jsonLiterals = await ParsedCommand.ParseAsync([.. groups.Select(group => DocStrings(group, KustoText.JsonLiteral))]);

        names.SelectMany(command => command.ShouldBeSound().Columns).Select(column => column["ColumnName"]).ShouldBe(texts);
        literals.SelectMany(command => command.ShouldBeSound().Columns).Select(column => column["DocString"]).ShouldBe(texts);
        jsonLiterals.SelectMany(command => command.ShouldBeSound().Columns).Select(column => column["DocString"]).ShouldBe(texts);
    }

    private static string CreateTable(string[] names) =>
        $".create-merge table {KustoText.Name(names[0])} ({string.Join(", ", names.Select(name => $"{KustoText.Name(name)}:int"))})";

    private static string DocStrings(string[] texts, Func<string, string> quote) =>
        $".alter-merge table T column-docstrings ({string.Join(", ", texts.Select((text, place) => $"C{place}:{quote(text)}"))})";

    // A literal read as the documentation says: the first quote that no backslash precedes ends it.
    private static string Unescape(string literal)
    {
        literal.AsSpan().ContainsAny("\r\n\u2028\u2029\u0085\0").ShouldBeFalse();
        char quote = literal[0];
        StringBuilder text = new();
        int place = 1;
        for (; literal[place] != quote; place++)
        {
            text.Append(literal[place] == '\\' ? Escaped(literal, ref place) : literal[place]);
        }

        place.ShouldBe(literal.Length - 1);
        return text.ToString();
    }

    private static char Escaped(string literal, ref int place)
    {
        switch (literal[++place])
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                place += 4;
                return (char)Convert.ToInt32(literal.Substring(place - 3, 4), 16);
            case '\\' or '\'' or '"':
                return literal[place];
            default:
                throw new FormatException($"\\{literal[place]} is no escape.");
        }
    }
}
