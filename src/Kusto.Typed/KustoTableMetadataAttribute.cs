using System.ComponentModel;

namespace Kusto.Typed;

/// <summary>What an assembly says of one of its tables to whoever reads it without running it.</summary>
/// <param name="json">The table's schema, as <see cref="Schema.TableSchema.ToJson"/> writes it.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KustoTableMetadataAttribute(string json) : Attribute
{
    /// <summary>The table's schema, as <see cref="Schema.TableSchema.ToJson"/> writes it.</summary>
    public string Json { get; } = json;

    /// <summary>The table's name; null: an early version wrote none.</summary>
    public string? Table { get; init; }

    /// <summary>The full name of the type that declares it; null: an early version wrote none.</summary>
    public string? Type { get; init; }

    /// <summary>The commands that create the table, as lines between <c>\n</c>; null: an early version wrote none.</summary>
    public string? Script { get; init; }

    /// <summary>The table's part of a <c>kusto.lock</c>, lines between <c>\n</c>; null: there is none.</summary>
    public string? Lock { get; init; }
}
