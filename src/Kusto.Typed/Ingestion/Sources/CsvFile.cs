using System.IO.Compression;
using System.Text;
using CsvHelper;
using Kusto.Typed.Ingestion.Raw;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>One CSV file or stream while it is read, record by record, by CsvHelper.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly CsvReader _reader;
    private readonly Stream? _owned;
    private bool _isMalformed;

    private CsvFile(string? name, Stream stream, Stream? owned, char delimiter)
    {
        Name = name;
        _owned = owned;
        _reader = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                Separator = delimiter,
                HasHeader = false,
                SkipEmptyLines = false,
                TrimWhitespace = false,
                DetectSeparatorHint = false,
                TrackLineNumbers = true,
                OnMalformedRecord = _ => _isMalformed = true,
            },
            leaveOpen: true);
    }

    public string? Name { get; }

    public long Line => _reader.LineNumber;

    public long Record { get; private set; }

    public int FieldCount => _reader.FieldCount;

    /// <summary>True for a record with a quote that is not closed, or text beside quotes.</summary>
    public bool IsMalformed => _isMalformed;

    /// <summary>The record as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<byte> Raw => _reader.RawRecord;

    public static CsvFile Open(string path, char delimiter)
    {
        FileStream stream = File.OpenRead(path);
        return new CsvFile(path, Unpacked(stream), stream, delimiter);
    }

    public static CsvFile Open(Stream stream, char delimiter) => new(null, Unpacked(stream), owned: null, delimiter);

    public bool Read()
    {
        _isMalformed = false;
        bool any = _reader.Read();
        Record += any ? 1 : 0;
        return any;
    }

    /// <summary>A field's text without quotes.</summary>
    public ReadOnlySpan<byte> Field(int place) => _reader.GetSpan(place);

    public string FieldText(int place) => Encoding.UTF8.GetString(Field(place));

    public void Dispose()
    {
        _reader.Dispose();
        _owned?.Dispose();
    }

    // Told by the first bytes and not by a name, which streams do not have.
    private static Stream Unpacked(Stream stream)
    {
        byte[] magic = new byte[2];
        int read = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        Stream whole = new PrefixedStream(magic.AsMemory(0, read), stream);
        return magic is [0x1F, 0x8B] ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }
}
