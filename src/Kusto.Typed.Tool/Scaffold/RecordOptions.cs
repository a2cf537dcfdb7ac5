namespace Kusto.Typed.Tool.Scaffold;

/// <summary>What the user asked for of the record.</summary>
/// <param name="Namespace">The namespace; null: none.</param>
/// <param name="TypeName">The record's name; null: made of the table's.</param>
/// <param name="Mapping">The mapping to take over; null: the only one that there is.</param>
internal sealed record RecordOptions(string? Namespace, string? TypeName, string? Mapping);
