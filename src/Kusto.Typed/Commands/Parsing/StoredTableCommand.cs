namespace Kusto.Typed.Commands.Parsing;

/// <summary>A command that says of one table or more which columns they have.</summary>
/// <param name="Verb">One of <c>create</c>, <c>create-merge</c>, <c>alter</c>, <c>alter-merge</c>.</param>
/// <param name="Place">The command in its text.</param>
/// <param name="Tables">The tables in the order of the command.</param>
public sealed record StoredTableCommand(string Verb, TextPlace Place, IReadOnlyList<PlacedTable> Tables)
    : StoredCommand(Verb, Place);
