namespace Kusto.Typed.Csv;

/// <summary>Counts lines that end in LF, CR LF or CR; by vectors, a buffer at a time.</summary>
internal sealed class LineCount
{
    private long _passed;
    private bool _isBehindCr;

    /// <summary>The line behind bytes that follow on what was passed, from 1.</summary>
    public long Behind(ReadOnlySpan<byte> bytes) => 1 + _passed + EndsIn(bytes);

    /// <summary>Goes on behind bytes.</summary>
    public void Pass(ReadOnlySpan<byte> bytes)
    {
        _passed += EndsIn(bytes);
        _isBehindCr = bytes.IsEmpty ? _isBehindCr : bytes[^1] == '\r';
    }

    private static int AloneIn(ReadOnlySpan<byte> bytes) => bytes.Count((byte)'\r') - bytes.Count("\r\n"u8);

    private long EndsIn(ReadOnlySpan<byte> bytes)
    {
        bool isSecondHalf = _isBehindCr && bytes is [(byte)'\n', ..];
        int first = bytes.IndexOf((byte)'\r');
        return bytes.Count((byte)'\n') - (isSecondHalf ? 1 : 0) + (first < 0 ? 0 : AloneIn(bytes[first..]));
    }
}
