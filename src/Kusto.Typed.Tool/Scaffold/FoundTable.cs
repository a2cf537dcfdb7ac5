using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>A table as its source has it, and what of the source could not be taken over.</summary>
/// <param name="Table">The table.</param>
/// <param name="Notes">Sentences for the head of the record.</param>
internal sealed record FoundTable(StoredTable Table, IReadOnlyList<string> Notes)
{
    /// <summary>The names of columns that have a value in every record; others may have nulls.</summary>
    public IReadOnlySet<string> Filled { get; init; } = new HashSet<string>();
}
