using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kusto.Typed.Csv;

/// <summary>Long texts of plain ASCII as quoted fields, 16 or 32 characters at a time.</summary>
internal static class SteppedText
{
    /// <summary>The fewest characters that a text must have.</summary>
    public const int Step = 16;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    private static Vector128<ushort> NotAscii => Vector128.Create((ushort)0xFF80);

    /// <summary>Writes a text in quotes, those in it twice, and a separator.</summary>
    /// <returns>The bytes written; 0 where what is not ASCII stands in the text.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int WriteQuoted(ref readonly char text, int length, ref byte field)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text));
        nuint written = 1;
        field = (byte)'"';
        int read = Vector256.IsHardwareAccelerated ? WriteWide(ref source, length, ref field, ref written) : 0;
        for (; read < length; read += Step)
        {
            // The last step goes back to where a whole one ends, and what was read before is moved out.
            int over = Math.Max(0, read + Step - length);
            nuint place = (nuint)(read - over);
            Vector128<ushort> low = Vector128.LoadUnsafe(ref source, place);
            Vector128<ushort> high = Vector128.LoadUnsafe(ref source, place + (nuint)Vector128<ushort>.Count);
            if (((low | high) & NotAscii) != Vector128<ushort>.Zero)
            {
                return 0;
            }

            Vector128<byte> bytes = Vector128.Narrow(low, high);
            bytes = over == 0 ? bytes : MoveOut(bytes, over);
            written += QuoteDoubling.Write(bytes, Step - over, ref Unsafe.Add(ref field, written));
        }

        Unsafe.Add(ref field, written) = (byte)'"';
        Unsafe.Add(ref field, written + 1) = (byte)',';
        return (int)written + 2;
    }

    // Goes on as long as all is plain: what comes then is looked at by half as many.
    private static int WriteWide(ref ushort source, int length, ref byte field, ref nuint written)
    {
        int read = 0;
        for (int step = Vector256<byte>.Count; read + step <= length; read += step)
        {
            Vector256<ushort> low = Vector256.LoadUnsafe(ref source, (nuint)read);
            Vector256<ushort> high = Vector256.LoadUnsafe(ref source, (nuint)(read + Vector256<ushort>.Count));
            Vector256<byte> bytes = Vector256.Narrow(low, high);
            Vector256<ushort> notAscii = (low | high) & Vector256.Create((ushort)0xFF80);
            Vector256<byte> quotes = Vector256.Equals(bytes, Vector256.Create((byte)'"'));
            if ((notAscii.AsByte() | quotes) == Vector256<byte>.Zero)
            {
                bytes.StoreUnsafe(ref field, written);
                written += (nuint)step;
                continue;
            }

            if (notAscii != Vector256<ushort>.Zero)
            {
                break;
            }

            written += QuoteDoubling.Write(bytes.GetLower(), Step, ref Unsafe.Add(ref field, written));
            written += QuoteDoubling.Write(bytes.GetUpper(), Step, ref Unsafe.Add(ref field, written));
        }

        return read;
    }

    private static Vector128<byte> MoveOut(Vector128<byte> bytes, int count)
    {
        ReadOnlySpan<byte> places =
        [
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        ];
        return Vector128.Shuffle(bytes, Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(places), (nuint)count));
    }
}
