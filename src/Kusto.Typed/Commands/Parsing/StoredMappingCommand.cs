namespace Kusto.Typed.Commands.Parsing;

/// <summary>A command that makes an ingestion mapping, of a table or of a database.</summary>
/// <param name="Verb">One of <c>create</c>, <c>create-or-alter</c>, <c>alter</c>, <c>alter-merge</c>.</param>
/// <param name="Place">The command in its text.</param>
/// <param name="Kind">The format that the mapping is for, in lower case, such as <c>csv</c>.</param>
/// <param name="Owner">The name of the table, or of the database.</param>
public sealed record StoredMappingCommand(string Verb, TextPlace Place, string Kind, string Owner)
    : StoredCommand(Verb, Place)
{
    /// <summary>Whether <see cref="StoredMappingCommand.Owner"/> is a database, whose tables can all use the mapping.</summary>
    public bool IsOfDatabase { get; init; }

    /// <summary>Where the owner's name stands, with brackets and quotes where it has them.</summary>
    public TextPlace OwnerPlace { get; init; }

    /// <summary>The mapping. Those of other kinds than <c>csv</c> have a name and no entries: they are not read.</summary>
    public required StoredMapping Mapping { get; init; }

    /// <summary>Where the mapping's name stands, with its quotes.</summary>
    public TextPlace NamePlace { get; init; }

    /// <summary>Where the mapping's JSON stands, with its quotes.</summary>
    public TextPlace JsonPlace { get; init; }

    /// <summary>Where each of the mapping's entries stands, in their order.</summary>
    public IReadOnlyList<TextPlace> EntryPlaces { get; init; } = [];
}
