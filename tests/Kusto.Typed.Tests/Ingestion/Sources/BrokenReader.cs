using System.Collections;
using System.Data.Common;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>A data reader of our own, asynchronous, that throws where its rows end.</summary>
internal sealed class BrokenReader(IEnumerable<Reading> rows) : DbDataReader
{
    private readonly IEnumerator<Reading> _rows = rows.GetEnumerator();
    private bool _isClosed;

    /// <summary>How often a value was asked for as an object.</summary>
    public int BoxedValues { get; private set; }

    public override int FieldCount => 2;

    public override bool IsClosed => _isClosed;

    public override bool HasRows => true;

    public override int Depth => 0;

    public override int RecordsAffected => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        return _rows.MoveNext() ? true : throw new InvalidOperationException("The connection broke.");
    }

    public override bool Read() => throw new NotSupportedException("Asynchronously only.");

    public override string GetName(int ordinal) => ordinal == 0 ? "Number" : "Note";

    public override int GetOrdinal(string name) => name == "Number" ? 0 : 1;

    public override Type GetFieldType(int ordinal) => ordinal == 0 ? typeof(int) : typeof(string);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override bool IsDBNull(int ordinal) => ordinal == 1 && _rows.Current.Note is null;

    public override int GetInt32(int ordinal) => _rows.Current.Number;

    public override string GetString(int ordinal) => _rows.Current.Note!;

    public override object GetValue(int ordinal)
    {
        BoxedValues++;
        return ordinal == 0 ? GetInt32(0) : GetString(1);
    }

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override bool GetBoolean(int ordinal) => throw new InvalidCastException();

    public override byte GetByte(int ordinal) => throw new InvalidCastException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new InvalidCastException();

    public override char GetChar(int ordinal) => throw new InvalidCastException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new InvalidCastException();

    public override DateTime GetDateTime(int ordinal) => throw new InvalidCastException();

    public override decimal GetDecimal(int ordinal) => throw new InvalidCastException();

    public override double GetDouble(int ordinal) => throw new InvalidCastException();

    public override float GetFloat(int ordinal) => throw new InvalidCastException();

    public override Guid GetGuid(int ordinal) => throw new InvalidCastException();

    public override short GetInt16(int ordinal) => throw new InvalidCastException();

    public override long GetInt64(int ordinal) => throw new InvalidCastException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override bool NextResult() => false;

    public override void Close() => _isClosed = true;
}
