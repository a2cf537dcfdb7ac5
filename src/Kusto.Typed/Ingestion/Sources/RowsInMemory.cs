using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Rows of an array or a list, each brought into the processor's cache some rows before its turn.</summary>
/// <remarks>
/// Only what lies in memory anyway is looked at ahead: of every other source a row is written before the next is asked
/// for. Rows that lie one behind the other, as they were made, the processor itself sees coming: to look ahead of them
/// as well made 160,000 StormEvents take 300 ns each and not 240. Of the same rows in any order, which lie apart, it is
/// worth more than all else: 650 ns and not 1,000.
/// </remarks>
internal abstract class RowsInMemory<TRow, TMap> : IEnumerator<TRow>
    where TMap : IKustoRow<TRow>
{
    // First the object, and its strings once it is there.
    private const int RowsToObject = 16;
    private const int RowsToStrings = 8;

    private bool _isBlind;

    /// <summary>All rows, as long as nobody changes them.</summary>
    public abstract ReadOnlySpan<TRow> Rows { get; }

    /// <summary>How many of them have been taken.</summary>
    public int Next { get; protected set; }

    public TRow Current => Rows[Next - 1];

    object? IEnumerator.Current => Current;

    /// <summary>The rows, with a look ahead where they allow one.</summary>
    public static IEnumerator<TRow> Of(IEnumerable<TRow> rows) => rows switch
    {
        TRow[] array => new OfArray(array),
        List<TRow> list => new OfList(list),
        _ => rows.GetEnumerator(),
    };

    public bool MoveNext()
    {
        if (Next >= Rows.Length)
        {
            MoveTo(Next);
            return false;
        }

        LookAhead(Rows, Next);
        MoveTo(Next + 1);
        return true;
    }

    /// <summary>So many of the rows have been taken.</summary>
    /// <exception cref="InvalidOperationException">They were changed meanwhile.</exception>
    public abstract void MoveTo(int next);

    public void Reset() => throw new NotSupportedException();

    public void Dispose()
    {
    }

    /// <summary>Looks at what comes behind the row that is next.</summary>
    /// <remarks>Of structs nothing is known but that they lie side by side; most likely their strings do too.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAhead(ReadOnlySpan<TRow> rows, int next)
    {
        if (typeof(TRow).IsValueType || (uint)(next + RowsToObject) >= (uint)rows.Length)
        {
            return;
        }

        if (Prefetch.AreApart(in rows[next + RowsToObject - 1], in rows[next + RowsToObject]))
        {
            Prefetch.Object(rows[next + RowsToObject]);
        }

        if (Prefetch.AreApart(in rows[next + RowsToStrings - 1], in rows[next + RowsToStrings]) && !_isBlind)
        {
            LookAtStrings(in rows[next + RowsToStrings]);
        }
    }

    // What a getter throws is for the row's own turn to tell.
    private void LookAtStrings(ref readonly TRow row)
    {
        try
        {
            if (row is not null)
            {
                TMap.Touch(in row);
            }
        }
        catch (Exception)
        {
            _isBlind = true;
        }
    }

    private sealed class OfArray(TRow[] rows) : RowsInMemory<TRow, TMap>
    {
        public override ReadOnlySpan<TRow> Rows => rows;

        public override void MoveTo(int next) => Next = next;
    }

    private sealed class OfList(List<TRow> rows) : RowsInMemory<TRow, TMap>
    {
        // The list's own, which notices when the list is changed.
        private List<TRow>.Enumerator _rows = rows.GetEnumerator();

        public override ReadOnlySpan<TRow> Rows => CollectionsMarshal.AsSpan(rows);

        public override void MoveTo(int next)
        {
            for (; Next < next; Next++)
            {
                _rows.MoveNext();
            }

            // Behind the last row it is asked as well.
            if (Next >= Rows.Length)
            {
                _rows.MoveNext();
            }
        }
    }
}
