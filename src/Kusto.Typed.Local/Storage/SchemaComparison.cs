using System.Collections.Immutable;

namespace Kusto.Typed.Local.Storage;

/// <summary>Whether a change is one of the schema, and not of rows alone.</summary>
internal static class SchemaComparison
{
    public static bool Differs(
        ImmutableSortedDictionary<string, Table> before, ImmutableSortedDictionary<string, Table> after) =>
        before.Count != after.Count
        || after.Any(table => !before.TryGetValue(table.Key, out Table? other) || Differs(other, table.Value));

    private static bool Differs(Table before, Table after) =>
        !ReferenceEquals(before, after)
        && before != after with { Extents = before.Extents, RowCount = before.RowCount, StoredBytes = before.StoredBytes };
}
