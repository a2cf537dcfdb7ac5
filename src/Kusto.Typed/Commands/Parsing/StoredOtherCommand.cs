namespace Kusto.Typed.Commands.Parsing;

/// <summary>A command that is known to be one, and of which no more was read.</summary>
/// <param name="Verb">The first word without its dot, in lower case, such as <c>alter</c>.</param>
/// <param name="Place">The command in its text, up to the next one; after <c>.execute script</c> up to its <c>&lt;|</c>.</param>
/// <param name="Subject">
/// What it is about, in lower case: <c>table docstring</c>, <c>table policy streamingingestion</c>; empty where that
/// is not known.
/// </param>
/// <param name="Owner">The name of the table or database that it is about; null: not known.</param>
public sealed record StoredOtherCommand(string Verb, TextPlace Place, string Subject, string? Owner)
    : StoredCommand(Verb, Place);
