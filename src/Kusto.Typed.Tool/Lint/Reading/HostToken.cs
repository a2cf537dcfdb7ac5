namespace Kusto.Typed.Tool.Lint.Reading;

/// <summary>A token of a programming language, as far as it matters to the literals around it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word or the sign; empty for a literal.</param>
/// <param name="Literal">What a literal says; null for other tokens.</param>
internal readonly record struct HostToken(HostTokenKind Kind, string Text, LintText? Literal)
{
    public bool IsSign(char sign) => Kind == HostTokenKind.Sign && Text[0] == sign;

    public bool IsWord(string word) => Kind == HostTokenKind.Word && Text == word;
}
