using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kusto.Typed.Csv;

/// <summary>Where the characters that CSV is made of stand among 64 bytes: a bit a byte, the first one lowest.</summary>
internal readonly record struct CsvSigns(ulong Quotes, ulong Separators, ulong LineEnds, ulong NotAscii)
{
    /// <summary>The bytes of a block.</summary>
    public const int Size = 64;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    /// <summary>Looks at 64 bytes, by the widest vectors that the machine has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CsvSigns Of(ref readonly byte bytes, byte separator)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Of(Vector512.LoadUnsafe(in bytes), separator);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            const int Half = Size / 2;
            return Join(
                Of(Vector256.LoadUnsafe(in bytes), separator),
                Of(Vector256.LoadUnsafe(in bytes, Half), separator),
                Half);
        }

        const int Quarter = Size / 4;
        return Join(
            Join(
                Of(Vector128.LoadUnsafe(in bytes), separator),
                Of(Vector128.LoadUnsafe(in bytes, Quarter), separator),
                Quarter),
            Join(
                Of(Vector128.LoadUnsafe(in bytes, 2 * Quarter), separator),
                Of(Vector128.LoadUnsafe(in bytes, 3 * Quarter), separator),
                Quarter),
            2 * Quarter);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CsvSigns Join(CsvSigns low, CsvSigns high, int bits) => new(
        low.Quotes | (high.Quotes << bits),
        low.Separators | (high.Separators << bits),
        low.LineEnds | (high.LineEnds << bits),
        low.NotAscii | (high.NotAscii << bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CsvSigns Of(Vector512<byte> bytes, byte separator) => new(
        Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
        Vector512.Equals(bytes, Vector512.Create(separator)).ExtractMostSignificantBits(),
        Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits()
            | Vector512.Equals(bytes, Vector512.Create((byte)'\r')).ExtractMostSignificantBits(),
        bytes.ExtractMostSignificantBits());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CsvSigns Of(Vector256<byte> bytes, byte separator) => new(
        Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits(),
        Vector256.Equals(bytes, Vector256.Create(separator)).ExtractMostSignificantBits(),
        (Vector256.Equals(bytes, Vector256.Create((byte)'\n')) | Vector256.Equals(bytes, Vector256.Create((byte)'\r')))
            .ExtractMostSignificantBits(),
        bytes.ExtractMostSignificantBits());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CsvSigns Of(Vector128<byte> bytes, byte separator) => new(
        Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits(),
        Vector128.Equals(bytes, Vector128.Create(separator)).ExtractMostSignificantBits(),
        (Vector128.Equals(bytes, Vector128.Create((byte)'\n')) | Vector128.Equals(bytes, Vector128.Create((byte)'\r')))
            .ExtractMostSignificantBits(),
        bytes.ExtractMostSignificantBits());
}
