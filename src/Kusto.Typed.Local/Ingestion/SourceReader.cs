using Kusto.Typed.Local.Records;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>Makes an extent of the records of one source: all of them, or none where one breaks the format.</summary>
internal sealed class SourceReader
{
    private const int MaxRecordBytes = 64 * 1024 * 1024;

    private readonly ColumnPlan[] _plans;
    private readonly FieldStore[] _stores;
    private readonly WarningList _warnings;
    private readonly LocalKustoOptions _options;
    private readonly SourceOptions _source;
    private readonly int _mappedFields;
    private int _fieldCount;
    private bool _nulledAValue;

    public SourceReader(
        Table table,
        MappingDefinition? mapping,
        WarningList warnings,
        LocalKustoOptions options,
        SourceOptions source,
        string location)
    {
        _plans = ColumnPlan.For(table, mapping, options.Defect, location);
        _stores = [.. _plans.Select(plan => new FieldStore(plan.Column, plan.Transform, !options.CountingMode, warnings))];
        _mappedFields = _plans.Max(static plan => plan.Ordinal) + 1;
        _warnings = warnings;
        _options = options;
        _source = source;
        _nulledAValue = options.Defect != LocalKustoDefect.NullsAValue;
    }

    /// <summary>Reads the whole source.</summary>
    /// <param name="source">The records as text.</param>
    /// <param name="delimiter">What stands between two fields.</param>
    /// <param name="recordCount">How many records the source has.</param>
    /// <exception cref="RequestRefusedException">The source is empty or breaks the rules of its format.</exception>
    public Extent Read(ReadOnlySpan<byte> source, byte delimiter, out int recordCount)
    {
        recordCount = 0;
        if (source.IsEmpty)
        {
            throw Refusal.BadFormat("Stream_NoDataToIngest", "The request has no body: there is nothing to ingest.");
        }

        DelimitedReader records = new(WithoutByteOrderMark(source), delimiter);
        bool isHeader = _source.IgnoreFirstRecord;
        while (records.Read())
        {
            if (isHeader)
            {
                isHeader = false;
            }
            else if (IsRecord(ref records))
            {
                Store(ref records);
                recordCount++;
            }
        }

        return recordCount > 0
            ? Extent(recordCount, source.Length)
            : throw Refusal.BadFormat("BadRequest_NoRecordsOrWrongFormat", "The source has no record, only blank lines.");
    }

    private Extent Extent(int recordCount, int sourceBytes)
    {
        int rows = _options.Defect == LocalKustoDefect.DropsLastRecord ? recordCount - 1 : recordCount;
        IEnumerable<KeyValuePair<int, ColumnText>> columns =
            _options.CountingMode ? [] : _stores.Select(static store => store.Build());
        DateTime createdOn = _source.CreationTime ?? _options.TimeProvider.GetUtcNow().UtcDateTime;
        return new Extent(rows, sourceBytes, createdOn, columns) { Tags = _source.Tags };
    }

    private ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> source)
    {
        if (!source.StartsWith("\uFEFF"u8))
        {
            return source;
        }

        _warnings.Add(LocalWarningKind.ByteOrderMark, 0);
        return source["\uFEFF"u8.Length..];
    }

    private bool IsRecord(ref DelimitedReader records)
    {
        if (records.IsBlankLine)
        {
            SkipBlankLine(records.RecordNumber);
            return false;
        }

        if (records.RecordBytes > MaxRecordBytes)
        {
            throw Refusal.BadFormat(
                "Stream_InputStreamTooLarge",
                $"Record {records.RecordNumber} has {records.RecordBytes} bytes; a record takes {MaxRecordBytes}.");
        }

        return HasFieldCount(records.RecordNumber, records.FieldCount);
    }

    private void SkipBlankLine(long recordNumber)
    {
        if (_plans.Length == 1)
        {
            throw Refusal.BadFormat(
                "BadRequest_NoRecordsOrWrongFormat",
                $"Record {recordNumber} is a blank line, and the table has one column: the line could be an empty value "
                + "or nothing at all. Write an empty value as \"\".");
        }

        _warnings.Add(LocalWarningKind.BlankLine, recordNumber);
    }

    private bool HasFieldCount(long recordNumber, int count)
    {
        if (_fieldCount == 0)
        {
            _fieldCount = count;
            if (count != _mappedFields)
            {
                _warnings.Add(
                    count < _mappedFields ? LocalWarningKind.MissingFields : LocalWarningKind.ExtraFields, 0);
            }
        }
        else if (count != _fieldCount && _source.Validation == SourceValidation.LeaveOut)
        {
            return false;
        }
        else if (count != _fieldCount && _source.Validation == SourceValidation.Fail)
        {
            throw Refusal.BadFormat(
                "Stream_WrongNumberOfFields",
                $"Record {recordNumber} has {count} fields, and those before it have {_fieldCount}. "
                + "All records of a source have the same number of fields.");
        }

        return true;
    }

    private void Store(ref DelimitedReader records)
    {
        long number = records.RecordNumber;
        for (int place = 0; place < _plans.Length; place++)
        {
            ColumnPlan plan = _plans[place];
            FieldStore store = _stores[place];
            if (plan.Constant is not null)
            {
                store.Add(plan.Constant, quoted: false, number);
            }
            else if (plan.Transform == MappingTransform.SourceLineNumber)
            {
                store.Add(number);
            }
            else if (plan.Ordinal < 0 || plan.Ordinal >= records.FieldCount || NullThis(records[plan.Ordinal]))
            {
                store.AddNull();
            }
            else
            {
                store.Add(records[plan.Ordinal], records.IsQuoted(plan.Ordinal), number);
            }
        }
    }

    private bool NullThis(ReadOnlySpan<byte> field)
    {
        bool nullThis = !_nulledAValue && !field.IsEmpty;
        _nulledAValue |= nullThis;
        return nullThis;
    }
}
