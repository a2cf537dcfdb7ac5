using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>Names that do not stand as they are, and names that cannot be.</summary>
internal static class NameCheck
{
    // Words that Microsoft's grammar does not take as a bare name of a column.
    private static readonly HashSet<string> s_words = new(
        ("time timespan date datetime title kind first last latest in of to set by and or where find between asc desc long "
            + "int real string dynamic decimal double float boolean byte char uint ulong print project flags sample search "
            + "shards sql statistics union verbose views viewers callout").Split(' '),
        StringComparer.Ordinal);

    public static IEnumerable<Finding> Check(LintedCommand command, string what, string name, TextPlace place)
    {
        if (EntityName.Problem(name) is { } problem)
        {
            yield return command.Finding(
                LintRules.ImpossibleName, place, $"The name '{name}' of a {what} cannot be: {problem}.");
        }
        else if (!command.Source(place).StartsWith('[') && !IsBare(name))
        {
            yield return command.Finding(
                LintRules.NeedsBrackets,
                place,
                $"The name '{name}' of a {what} does not stand without brackets; write ['{name}'].");
        }
    }

    private static bool IsBare(string name) =>
        !char.IsAsciiDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !s_words.Contains(name);
}
