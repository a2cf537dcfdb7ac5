using System.Text.RegularExpressions;

namespace Kusto.Typed.Connection;

/// <summary>Texts of the service without the keys and tokens that they may quote.</summary>
internal static partial class SecretText
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Addresses of storage carry their key in the query or behind a semicolon, and a message may quote what was sent.
    public static string Redacted(string text)
    {
        string redacted = Query().Replace(text, "${address}?REDACTED");
        redacted = Key().Replace(redacted, "${address};REDACTED");
        redacted = Signature().Replace(redacted, "sig=REDACTED");
        return Token().Replace(redacted, "Bearer REDACTED");
    }

    [GeneratedRegex("""(?<address>https?://[^\s"'?]+)\?[^\s"']+""", Options)]
    private static partial Regex Query();

    // A list of addresses has semicolons too, each with another address or a blank behind it.
    [GeneratedRegex("""(?<address>\b(?:https?|abfss?|adl)://[^\s"'?;]+);(?!https?:|REDACTED)[^\s"']+""", Options)]
    private static partial Regex Key();

    [GeneratedRegex("""\bsig=[^\s"'&]+""", Options)]
    private static partial Regex Signature();

    [GeneratedRegex("""\bBearer\s+[A-Za-z0-9._~+/=-]+""", Options)]
    private static partial Regex Token();
}
