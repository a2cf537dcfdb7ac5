namespace Kusto.Typed.Commands.Parsing;

/// <summary>A name in a command.</summary>
/// <param name="Text">The name itself.</param>
/// <param name="Place">Where it stands, with brackets and quotes where it has them.</param>
internal readonly record struct CommandName(string Text, TextPlace Place);
