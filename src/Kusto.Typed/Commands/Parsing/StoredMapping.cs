namespace Kusto.Typed.Commands.Parsing;

/// <summary>An ingestion mapping as it was found.</summary>
/// <param name="Name">The mapping's name.</param>
/// <param name="Entries">What it says, in its order.</param>
public sealed record StoredMapping(string Name, IReadOnlyList<StoredMappingEntry> Entries);
