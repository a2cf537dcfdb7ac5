namespace Kusto.Typed.Local.Query;

/// <summary>The operators of strings, which know no case unless their name ends in <c>_cs</c>.</summary>
internal static class StringOperator
{
    private static readonly Dictionary<string, Func<string, string, bool>> s_operators = new(StringComparer.Ordinal)
    {
        ["contains_cs"] = static (text, part) => text.Contains(part, StringComparison.Ordinal),
        ["contains"] = static (text, part) => text.Contains(part, StringComparison.OrdinalIgnoreCase),
        ["startswith_cs"] = static (text, part) => text.StartsWith(part, StringComparison.Ordinal),
        ["startswith"] = static (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase),
        ["endswith_cs"] = static (text, part) => text.EndsWith(part, StringComparison.Ordinal),
        ["endswith"] = static (text, part) => text.EndsWith(part, StringComparison.OrdinalIgnoreCase),
        ["has_cs"] = static (text, term) => HasTerm(text, term, StringComparison.Ordinal),
        ["has"] = static (text, term) => HasTerm(text, term, StringComparison.OrdinalIgnoreCase),
    };

    public static IReadOnlyCollection<string> Names => s_operators.Keys;

    public static Expression Of(string name, Expression left, Expression right, bool negated)
    {
        Func<string, string, bool> test = s_operators[name];
        Func<Row, string> text = left.AsText($"'{name}'");
        Func<Row, string> part = right.AsText($"'{name}'");
        return Expression.Truth(row => test(text(row), part(row)) != negated);
    }

    public static Expression EqualIgnoringCase(Expression left, Expression right, bool negated)
    {
        Func<Row, string> first = left.AsText("'=~'");
        Func<Row, string> second = right.AsText("'=~'");
        return Expression.Truth(row => string.Equals(
            first(row), second(row), StringComparison.OrdinalIgnoreCase) != negated);
    }

    // A term ends where its neighbours are neither letters nor digits.
    private static bool HasTerm(string text, string term, StringComparison comparison)
    {
        for (int at = text.IndexOf(term, comparison); at >= 0 && at < text.Length; at = text.IndexOf(term, at + 1, comparison))
        {
            int end = at + term.Length;
            bool begins = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            if (begins && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return term.Length == 0;
    }
}
