#if NET10_0_OR_GREATER
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kusto.Typed.Csv;

/// <summary>Makes one of two quotes, 64 bytes at a time, on machines that can leave bytes out of a vector.</summary>
/// <remarks>The quotes in the JSON of a StormEvent take 86 ns by steps of eight, and 42 by these.</remarks>
internal static unsafe class MaskedHalving
{
    private static int Step => Vector512<byte>.Count;

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512BW.IsSupported && Avx512Vbmi2.IsSupported && Pclmulqdq.IsSupported;
    }

    /// <summary>Halves the quotes of a text in which all of them stand in pairs.</summary>
    /// <returns>The length that is left.</returns>
    public static int Halve(Span<byte> text)
    {
        int written = 0;
        ulong odd = 0;
        fixed (byte* start = text)
        {
            int read = 0;
            for (; read <= text.Length - Step; read += Step)
            {
                Vector512<byte> kept = Halved(Vector512.Load(start + read), ref odd, out int left);
                kept.Store(start + written);
                written += Step - left;
            }

            int rest = text.Length - read;
            if (rest > 0)
            {
                Vector512<byte> own = Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)rest));
                Vector512<byte> bytes = Avx512BW.MaskLoad(start + read, own, Vector512<byte>.Zero);
                Avx512BW.MaskStore(start + written, own, Halved(bytes, ref odd, out int left));
                written += rest - left;
            }
        }

        return written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Halved(Vector512<byte> bytes, ref ulong odd, out int left)
    {
        ulong quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
        ulong parity = CsvMarks.Parity(quotes) ^ odd;
        ulong seconds = quotes & ~parity;
        odd = (ulong)((long)parity >> 63);
        left = BitOperations.PopCount(seconds);
        return Avx512Vbmi2.Compress(Vector512<byte>.Zero, MaskedText.Spread(~seconds), bytes);
    }
}
#endif
