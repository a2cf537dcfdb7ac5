using Kusto.Typed.Schema;

namespace Kusto.Typed.EndToEnd.Tests.Changes;

/// <summary>A type before and after somebody edited it.</summary>
internal sealed record ModelChange(string Name, TableSchema Before, TableSchema After)
{
    /// <summary>What the editor allows to be lost, in a second attempt.</summary>
    public string[] Allow { get; init; } = [];

    /// <summary>What somebody else did to the table in between.</summary>
    public string? Meanwhile { get; init; }

    /// <summary>True where the table is empty when the change comes.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The name as a heading shows it.</summary>
    public override string ToString() => Name;
}
