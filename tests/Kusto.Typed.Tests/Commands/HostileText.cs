using Kusto.Typed.Tests.Csv;

namespace Kusto.Typed.Tests.Commands;

/// <summary>Texts that try to leave their quotes.</summary>
internal static class HostileText
{
    /// <summary>By hand, each with a reason; none is empty and none holds half a surrogate pair.</summary>
    public static IReadOnlyList<string> Samples { get; } =
    [
        "'", "\"", "''", "\\", "\\\\", "a\\", "\\'", "\\\"", "a\\'] //x", "'] | //", "\"; .drop table X", "']", "[']", "['x']",
        "//", "a // b", ";", "a;b", ".drop table X", "\n.drop table X", "\r\n.drop table X", "a\u2028.drop table X",
        "a\u2029b", "a\u0085b", "\0", "a\0b", "\u0001\u001F\u007F\u009F", "\t", "\v\f\a\b", "```", "~~~", "@'x'", "h'x'",
        "\\u0027", "\\x27", "\\047", "\uFEFFa", "\u200B", "\u202E", "{}", "[{\"Column\":\"x\"}]", "é", "日本", "😀", "İı", " a ", "<|", "`",
    ];

    /// <summary>A random text of the same pieces.</summary>
    public static string Some(RandomValues random)
    {
        string text = string.Concat(random.Many(6, () => random.Bool() ? Samples[random.Below(Samples.Count)] : random.String(8)));
        return text.Length == 0 ? "x" : text;
    }
}
