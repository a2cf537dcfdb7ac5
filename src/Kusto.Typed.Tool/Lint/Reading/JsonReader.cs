namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>The strings of JSON; comments, which some of it has, are skipped.</summary>
internal static class JsonReader
{
    /// <summary>Every string, and the whole text, since it may be a mapping itself.</summary>
    public static IEnumerable<LintText> Read(LintText text) =>
        Tokens(text).Select(token => token.Literal).OfType<LintText>().Prepend(text);

    /// <summary>Strings as literals, everything else as words and signs.</summary>
    public static List<HostToken> Tokens(LintText text)
    {
        HostScanner scanner = new(text);
        while (!scanner.IsAtEnd)
        {
            if (scanner.Is("//"))
            {
                scanner.SkipLine();
            }
            else if (scanner.Is("/*"))
            {
                scanner.SkipBehind("*/");
            }
            else if (scanner.Current == '"')
            {
                ReadString(scanner);
            }
            else
            {
                scanner.ReadOther();
            }
        }

        return scanner.Tokens;
    }

    private static void ReadString(HostScanner scanner)
    {
        LintText.Builder literal = new(scanner.Host);
        scanner.Position++;
        while (!scanner.IsAtEnd && scanner.Current is not ('"' or '\n'))
        {
            int start = scanner.Position;
            int position = start + 1;
            literal.Append(
                scanner.Current == '\\' ? Unescaped(scanner.Text, start, out position) : scanner.Current.ToString(), start);
            scanner.Position = position;
        }

        scanner.Position++;
        scanner.AddLiteral(literal.Build());
    }

    private static string Unescaped(string text, int start, out int position)
    {
        position = start;
        return Escapes.Read(text, ref position);
    }
}
