using Kusto.Typed.Csv;
using Kusto.Typed.Ingestion.Sources;

namespace Kusto.Typed.Ingestion;

/// <summary>Why a pump came to a halt.</summary>
internal enum PumpHalt
{
    /// <summary>There are full blocks to take away.</summary>
    BlockFull,

    /// <summary>The full blocks complete a batch; what is left in the buffer begins the next one.</summary>
    BatchFull,

    /// <summary>The source has no more rows.</summary>
    SourceEnded,
}

/// <summary>
/// Writes rows into a buffer and says where a batch ends. Each row is written before the next is asked for.
/// </summary>
internal sealed class RowPump<TRow, TMap> : IDisposable
    where TMap : IKustoRow<TRow>
{
    private readonly CsvBuffer _buffer;
    private readonly RowGuard _guard;
    private readonly CancellationToken _stopped;
    private BatchLimit _limit;

    // Of the last row. Kept also since code that is shared by types would look the row's type up at each row.
    private Type _allowedType = typeof(TRow);

    // How far the current block may be filled without a look at the batch; 0: the next row has that look in any case.
    private long _roomInBlock;
    private long _firstRowIndex;
    private long _skippedInBatch;
    private long _takenBytes;
    private long _replacedBefore;
    private long _replacedInCutRow;
    private bool _cut;

    public RowPump(BatchLimit limit, RowGuard guard, CancellationToken stopped)
    {
        _buffer = new CsvBuffer(TMap.Schema) { Policy = guard.Policy };
        _guard = guard;
        _stopped = stopped;
        _limit = limit;
    }

    /// <summary>The rows that were read and left out, of which the caller has been told.</summary>
    public long RowsSkipped { get; private set; }

    /// <summary>The rows that are written and in no ended batch.</summary>
    public BatchRows Pending => Rows(RowCount, _takenBytes + _buffer.FullBytes + _buffer.Position);

    private long ValuesReplaced => _buffer.ValuesReplaced - _replacedBefore;

    private int RowCount => (int)(_buffer.RowIndex - _firstRowIndex - _skippedInBatch);

    /// <summary>Writes rows until there is something to take away.</summary>
    /// <exception cref="OperationCanceledException">
    /// No more rows are wanted; looked at before each, which may take long.
    /// </exception>
    public PumpHalt Fill(IEnumerator<TRow> rows)
    {
        if (rows is RowsInMemory<TRow, TMap> inMemory)
        {
            return FillFrom(inMemory);
        }

        KustoCsvWriter csv = new(_buffer);
        PumpHalt? halt = null;
        while (halt is null)
        {
            // Before a row is taken and not after, since a row that was taken must be accounted for.
            _stopped.ThrowIfCancellationRequested();
            halt = rows.MoveNext() ? Write(rows.Current, ref csv) : PumpHalt.SourceEnded;
        }

        return halt.Value;
    }

    /// <summary>Writes one row.</summary>
    /// <returns>Null where there is nothing to take away.</returns>
    public PumpHalt? Fill(TRow row)
    {
        KustoCsvWriter csv = new(_buffer);
        return Write(row, ref csv);
    }

    public bool TryTakeFull(out CsvBlock block)
    {
        bool taken = _buffer.TryTakeFull(out block);
        _takenBytes += block.Length;
        return taken;
    }

    /// <summary>Takes what the current block holds, to end a batch before it is full.</summary>
    public bool TryTakeRest(out CsvBlock block)
    {
        if (_buffer.Position == 0)
        {
            block = default;
            return false;
        }

        block = _buffer.TakeCurrent();
        _takenBytes += block.Length;
        return true;
    }

    /// <summary>Ends the batch whose blocks have been taken.</summary>
    public BatchRows EndBatch()
    {
        // The row that did not fit any more stands in the buffer and belongs to the next batch.
        BatchRows batch = _cut
            ? Rows(RowCount - 1, _takenBytes) with { ValuesReplaced = ValuesReplaced - _replacedInCutRow }
            : Rows(RowCount, _takenBytes);
        _firstRowIndex = _buffer.RowIndex - (_cut ? 1 : 0);
        _skippedInBatch = 0;
        _replacedBefore += batch.ValuesReplaced;
        _takenBytes = 0;
        _roomInBlock = 0;
        _cut = false;
        return batch;
    }

    /// <summary>Lets the batch that was full go on instead of ending it.</summary>
    public void GrowBatch(BatchLimit limit)
    {
        _limit = limit;
        _roomInBlock = 0;
        _cut = false;
    }

    public void Dispose() => _buffer.Dispose();

    // The same without asking anybody for each row, which is 5 ns.
    private PumpHalt FillFrom(RowsInMemory<TRow, TMap> source)
    {
        KustoCsvWriter csv = new(_buffer);
        ReadOnlySpan<TRow> rows = source.Rows;
        int next = source.Next;
        PumpHalt? halt = null;
        while (halt is null)
        {
            _stopped.ThrowIfCancellationRequested();
            if (next >= rows.Length)
            {
                halt = PumpHalt.SourceEnded;
            }
            else
            {
                source.LookAhead(rows, next);
                halt = Write(rows[next++], ref csv);
            }
        }

        source.MoveTo(next);
        return halt.Value;
    }

    private BatchRows Rows(int count, long bytes) =>
        new(_firstRowIndex, count, bytes) { ValuesReplaced = ValuesReplaced, HasGaps = _skippedInBatch > 0 };

    private PumpHalt? Write(TRow row, ref KustoCsvWriter csv)
    {
        long replaced = _buffer.ValuesReplaced;
        try
        {
            CheckRow(row);
            TMap.Write(in row, ref csv);
        }
        catch (Exception exception)
        {
            KustoRowException problem = exception as KustoRowException ?? csv.ForeignProblem(exception);
            csv.Rollback();
            return Refuse(problem, replaced);
        }

        // A record that begins its block may have filled the one before.
        int recordBytes = csv.Position - csv.LastRecordStart;
        if (csv.LastRecordStart == 0 || csv.Position > _roomInBlock || recordBytes > _limit.RecordBytes)
        {
            return EndRow(ref csv, recordBytes, replaced);
        }

        csv.Commit();
        _buffer.RowIndex++;
        return null;
    }

    private PumpHalt? EndRow(ref KustoCsvWriter csv, int recordBytes, long replaced)
    {
        if (recordBytes > _limit.RecordBytes)
        {
            csv.TakeBack();
            return Refuse(TooLarge(recordBytes), replaced);
        }

        csv.Commit();
        _roomInBlock = _limit.Bytes - _takenBytes - _buffer.FullBytes;
        if (csv.Position > _roomInBlock)
        {
            _replacedInCutRow = _buffer.ValuesReplaced - replaced;
            return Cut(ref csv);
        }

        _buffer.RowIndex++;
        return _buffer.FullBytes > 0 ? PumpHalt.BlockFull : null;
    }

    private PumpHalt Cut(ref KustoCsvWriter csv)
    {
        _buffer.CutBefore(csv.LastRecordStart);
        csv = new KustoCsvWriter(_buffer);
        _buffer.RowIndex++;
        _cut = true;
        return PumpHalt.BatchFull;
    }

    // The record is rolled back already, and what was replaced in it counts no more.
    private PumpHalt? Refuse(KustoRowException problem, long replacedBefore)
    {
        _buffer.ValuesReplaced = replacedBefore;
        if (!_guard.Skips(problem))
        {
            throw problem;
        }

        // A batch begins with a row that is in it.
        bool beginsBatch = RowCount == 0;
        _buffer.RowIndex++;
        _firstRowIndex += beginsBatch ? 1 : 0;
        _skippedInBatch += beginsBatch ? 0 : 1;
        RowsSkipped++;
        _guard.OnRowSkipped!(problem); // checked with the policy
        return _buffer.FullBytes > 0 ? PumpHalt.BlockFull : null;
    }

    private KustoRowException TooLarge(int recordBytes) => new(
        $"the record has {recordBytes} bytes and a batch of this route takes {_limit.RecordBytes}; shorten the row, or "
        + $"raise {nameof(KustoIngestOptions)}.{_limit.Option}.",
        _buffer.RowIndex,
        columnName: null) { IsRefusedByWriter = true };

    private void CheckRow(TRow row)
    {
        if (row is null)
        {
            throw new KustoRowException("the row is null; leave it out.", _buffer.RowIndex, columnName: null);
        }

        if (!typeof(TRow).IsValueType && row.GetType() != _allowedType)
        {
            CheckDerived(row.GetType());
        }
    }

    // A derived type with a table of its own has columns that this table lacks: they would be lost in silence.
    private void CheckDerived(Type type)
    {
        if (type != typeof(TRow) && type.IsDefined(typeof(KustoTableAttribute), inherit: false))
        {
            throw new KustoRowException(
                $"the row is a {type.Name}, which has a table of its own, and not a {typeof(TRow).Name}; "
                + "ingest rows of each type by themselves.",
                _buffer.RowIndex,
                columnName: null);
        }

        _allowedType = type;
    }
}
