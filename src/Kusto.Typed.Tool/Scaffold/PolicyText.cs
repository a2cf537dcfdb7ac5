using System.Text;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Makes JSON of what a policy's command says, which for some policies is words.</summary>
internal static class PolicyText
{
    /// <summary>Reads what follows the policy's name.</summary>
    /// <returns>False where it is in a form that is not known.</returns>
    public static bool TryReadJson(string policy, CommandScanner scanner, out string json)
    {
        scanner.SkipBlanks();
        string? found = LiteralReader.IsStart(scanner.Text, scanner.Position)
            ? Literals(scanner)
            : policy switch
            {
                "streamingingestion" when scanner.TryReadWord("enable") => """{"IsEnabled":true}""",
                "streamingingestion" when scanner.TryReadWord("disable") => """{"IsEnabled":false}""",
                "caching" => Member("DataHotSpan", Span(scanner, "hot")),
                "retention" => Retention(scanner),
                "roworder" => RowOrder(scanner),
                _ => null,
            };
        json = found ?? "";
        return found is not null;
    }

    // One text may be cut into several literals, which the service joins.
    private static string Literals(CommandScanner scanner)
    {
        StringBuilder text = new();
        while (LiteralReader.IsStart(scanner.Text, scanner.Position))
        {
            text.Append(scanner.ReadLiteral("the policy's JSON").Value);
            scanner.SkipBlanks();
        }

        return text.ToString();
    }

    private static string? Retention(CommandScanner scanner)
    {
        string? period = Span(scanner, "softdelete");
        bool isSaid = scanner.TryReadWord("recoverability") && scanner.TryRead('=');
        string? recoverability = !isSaid ? null : scanner.ReadWord() == "enabled" ? "Enabled" : "Disabled";
        return period is null && !isSaid
            ? null
            : new PolicyJson().Add("SoftDeletePeriod", period).Add("Recoverability", recoverability).ToString();
    }

    private static string? RowOrder(CommandScanner scanner)
    {
        if (!scanner.TryRead('('))
        {
            return null;
        }

        List<string> keys = [];
        do
        {
            string column = scanner.ReadName("a column").Text;
            bool isDescending = scanner.TryReadWord("desc");
            _ = isDescending || scanner.TryReadWord("asc");
            keys.Add(new PolicyJson().Add("ColumnName", column).Add("Order", isDescending ? "desc" : "asc").ToString());
        }
        while (scanner.TryRead(','));

        return $"[{string.Join(",", keys)}]";
    }

    private static string? Span(CommandScanner scanner, string word)
    {
        if (!scanner.TryReadWord(word) || !scanner.TryRead('='))
        {
            return null;
        }

        scanner.SkipBlanks();
        int start = scanner.Position;
        while (!scanner.IsAtEnd && !char.IsWhiteSpace(scanner.Current) && scanner.Current != ',')
        {
            scanner.Position++;
        }

        string text = scanner.Text[start..scanner.Position];
        return KustoTimeText.TryParse(text, out TimeSpan span) ? KustoTimeText.ToJson(span) : null;
    }

    private static string? Member(string name, string? value) =>
        value is null ? null : new PolicyJson().Add(name, value).ToString();
}
