using System.Text.Json;

namespace Kusto.Typed;

/// <summary>What a management command answered: its first table.</summary>
public sealed class KustoCommandResult
{
    private readonly Dictionary<string, int> _ordinals;

    internal KustoCommandResult(
        IReadOnlyList<string> columns, IReadOnlyList<JsonElement[]> rows, string clientRequestId, string? activityId)
    {
        Columns = columns;
        Rows = [.. rows.Select(row => new KustoCommandRow(this, row))];
        ClientRequestId = clientRequestId;
        ActivityId = activityId;
        _ordinals = new Dictionary<string, int>(columns.Count, StringComparer.Ordinal);
        for (int ordinal = 0; ordinal < columns.Count; ordinal++)
        {
            _ordinals.TryAdd(columns[ordinal], ordinal);
        }
    }

    /// <summary>The names of the columns, in their order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<KustoCommandRow> Rows { get; }

    /// <summary>The id of the request, by which <c>.show commands</c> finds it.</summary>
    public string ClientRequestId { get; }

    /// <summary>The service's own id of what it did; null where it gave none.</summary>
    public string? ActivityId { get; }

    internal int Ordinal(string column) =>
        _ordinals.TryGetValue(column, out int ordinal)
            ? ordinal
            : throw new KustoTypedException(
                $"The command's result has no column '{column}'; it has: {string.Join(", ", Columns)}.");
}
