namespace Kusto.Typed.Commands.Parsing;

/// <summary>A string literal, or several that follow one another and are one text.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Offsets">For each character of the value, where it comes from in the text.</param>
/// <param name="Place">The literal with its quotes.</param>
internal sealed record CommandLiteral(string Value, IReadOnlyList<int> Offsets, TextPlace Place);
