namespace Kusto.Typed.Commands.Parsing;

/// <summary>A management command as it was found in a text.</summary>
/// <param name="Verb">The first word without its dot, in lower case, such as <c>create-merge</c>.</param>
/// <param name="Place">The command in its text.</param>
public abstract record StoredCommand(string Verb, TextPlace Place);
