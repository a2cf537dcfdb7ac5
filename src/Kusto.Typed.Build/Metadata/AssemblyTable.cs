namespace Kusto.Typed.Build.Metadata;

/// <summary>What an assembly says of one of its tables.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Json">The table's schema as JSON, in one line.</param>
/// <param name="Script">The commands that create the table, as lines between <c>\n</c>.</param>
/// <param name="Lock">The table's part of a <c>kusto.lock</c>, as lines between <c>\n</c>; null: there is none.</param>
internal sealed record AssemblyTable(string Name, string Json, string Script, string? Lock)
{
    /// <summary>The full name of the type that declares it; null where it is not known.</summary>
    public string? Type { get; init; }
}
