using System.Buffers;

namespace Kusto.Typed.Local.Records;

/// <summary>
/// Reads the records of CSV and its siblings as Kusto does: RFC 4180, nothing trimmed, nothing forgiven.
/// </summary>
/// <remarks>
/// Where Kusto's own behaviour is not documented (a bare CR, text next to a quoted field), the source is refused: a
/// writer that is right never meets it.
/// </remarks>
internal ref struct DelimitedReader
{
    private const byte Quote = (byte)'"';
    private const byte Lf = (byte)'\n';
    private const byte Cr = (byte)'\r';

    private readonly ReadOnlySpan<byte> _source;
    private readonly byte _delimiter;
    private readonly SearchValues<byte> _special;
    private readonly ArrayBufferWriter<byte> _unquoted = new();
    private Field[] _fields = new Field[32];
    private int _position;

    public DelimitedReader(ReadOnlySpan<byte> source, byte delimiter)
    {
        _source = source;
        _delimiter = delimiter;
        _special = SearchValues.Create([delimiter, Quote, Lf, Cr]);
    }

    /// <summary>How many fields the record has that was read last.</summary>
    public int FieldCount { get; private set; }

    /// <summary>The number of the record that was read last, from 1; a blank line has a number too.</summary>
    public long RecordNumber { get; private set; }

    /// <summary>True where the record that was read last is a line with nothing on it.</summary>
    public readonly bool IsBlankLine => FieldCount == 1 && _fields[0] is { Length: 0, Quoted: false };

    /// <summary>The size of the record that was read last, in bytes as it stood in the source.</summary>
    public int RecordBytes { get; private set; }

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end of the source.</returns>
    /// <exception cref="RequestRefusedException">The text breaks the rules of the format.</exception>
    public bool Read()
    {
        if (_position == _source.Length)
        {
            return false;
        }

        int start = _position;
        FieldCount = 0;
        RecordNumber++;
        _unquoted.ResetWrittenCount();
        while (ReadField())
        {
        }

        RecordBytes = _position - start;
        return true;
    }

    /// <summary>The value of a field of the record that was read last, its quotes taken away.</summary>
    public readonly ReadOnlySpan<byte> this[int ordinal]
    {
        get
        {
            Field field = _fields[ordinal];
            ReadOnlySpan<byte> text = field.Copied ? _unquoted.WrittenSpan : _source;
            return text.Slice(field.Start, field.Length);
        }
    }

    /// <summary>True where the field stood in quotes.</summary>
    public readonly bool IsQuoted(int ordinal) => _fields[ordinal].Quoted;

    // True where a delimiter follows, and so another field of the same record, be it an empty one.
    private bool ReadField()
    {
        if (_position < _source.Length && _source[_position] == Quote)
        {
            ReadQuoted();
        }
        else
        {
            int length = _source[_position..].IndexOfAny(_special);
            length = length < 0 ? _source.Length - _position : length;
            Add(new Field(_position, length, Quoted: false, Copied: false));
            _position += length;
        }

        return ReadSeparator();
    }

    private bool ReadSeparator()
    {
        if (_position == _source.Length)
        {
            return false;
        }

        byte separator = _source[_position];
        if (separator == _delimiter)
        {
            _position++;
            return true;
        }

        if (separator == Lf)
        {
            _position++;
            return false;
        }

        if (separator == Cr && _position + 1 < _source.Length && _source[_position + 1] == Lf)
        {
            _position += 2;
            return false;
        }

        throw Unexpected(separator);
    }

    private void ReadQuoted()
    {
        int start = ++_position;
        int copiedFrom = _unquoted.WrittenCount;
        while (true)
        {
            int length = _source[_position..].IndexOf(Quote);
            if (length < 0)
            {
                throw Refusal.BadFormat(
                    "Stream_ClosingQuoteMissing",
                    $"Record {RecordNumber}, field {FieldCount}: a quote opens the field and none closes it. "
                    + "Double the quotes within a field and end it with one.");
            }

            _position += length + 1;
            if (_position == _source.Length || _source[_position] != Quote)
            {
                break;
            }

            // The first quote of the pair is copied with what stands before it, the second is passed over.
            _unquoted.Write(_source[start.._position]);
            start = ++_position;
        }

        AddQuoted(start, _position - 1 - start, copiedFrom);
    }

    private void AddQuoted(int start, int length, int copiedFrom)
    {
        if (_unquoted.WrittenCount == copiedFrom)
        {
            Add(new Field(start, length, Quoted: true, Copied: false));
            return;
        }

        _unquoted.Write(_source.Slice(start, length));
        Add(new Field(copiedFrom, _unquoted.WrittenCount - copiedFrom, Quoted: true, Copied: true));
    }

    private void Add(Field field)
    {
        if (FieldCount == _fields.Length)
        {
            Array.Resize(ref _fields, FieldCount * 2);
        }

        _fields[FieldCount++] = field;
    }

    private readonly RequestRefusedException Unexpected(byte found)
    {
        string where = $"Record {RecordNumber}, field {FieldCount - 1}";
        return Refusal.BadFormat(
            "BadRequest_UnexpectedCharacterInInputStream",
            found switch
            {
                Quote => $"{where}: a quote stands within a field that does not begin with one. A field with quotes is "
                    + "put in quotes as a whole, with nothing before them.",
                Cr => $"{where}: a CR without LF stands outside of quotes. End records with LF or CRLF.",
                _ => $"{where}: text follows the closing quote. A quote ends the field; double those within it.",
            });
    }

    private readonly record struct Field(int Start, int Length, bool Quoted, bool Copied);
}
