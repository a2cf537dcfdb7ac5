using System.Collections.Frozen;

namespace Kusto.Typed.Local.Storage;

/// <summary>The rows of one accepted batch, which never change.</summary>
internal sealed class Extent
{
    private readonly FrozenDictionary<int, ColumnText> _columns;

    public Extent(int rowCount, long rawBytes, DateTime createdOn, IEnumerable<KeyValuePair<int, ColumnText>> columns)
    {
        RowCount = rowCount;
        RawBytes = rawBytes;
        CreatedOn = createdOn;
        _columns = columns.ToFrozenDictionary();
        Bytes = _columns.Values.Sum(static column => column.Bytes);
    }

    public Guid Id { get; } = Guid.NewGuid();

    public int RowCount { get; }

    /// <summary>The size of the CSV that the rows came from.</summary>
    public long RawBytes { get; }

    /// <summary>What the rows take in memory.</summary>
    public long Bytes { get; }

    public DateTime CreatedOn { get; }

    /// <summary>The tags, with their prefixes <c>drop-by:</c> and <c>ingest-by:</c> where they have one.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// The column's values; null where the column was added after the batch: all its values are null.
    /// </summary>
    public ColumnText? Find(int columnId) => _columns.GetValueOrDefault(columnId);
}
