using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kusto.Typed.Csv;

/// <summary>Makes one of every two quotes, in place: the way back from <see cref="QuoteDoubling"/>.</summary>
internal static class QuoteHalving
{
    private const int Step = sizeof(ulong);

    // For each of the 256 ways in which bytes may be left out of eight: which byte comes to which place.
    private static readonly Vector128<byte>[] s_places = Places();

    /// <summary>Halves the quotes of a text in which all of them stand in pairs.</summary>
    /// <returns>The length that is left; quotes fill the rest.</returns>
    public static int Halve(Span<byte> text)
    {
#if NET10_0_OR_GREATER
        if (MaskedHalving.IsSupported)
        {
            int left = MaskedHalving.Halve(text);
            text[left..].Fill((byte)'"');
            return left;
        }
#endif
        int first = text.IndexOf((byte)'"');
        return first < 0 ? text.Length : first + HalveBehind(text[first..]);
    }

    private static int HalveBehind(Span<byte> text)
    {
        int read = 0;
        int written = 0;
        bool isSecond = false;
        if (Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian)
        {
            (read, written) = HalveSteps(text, ref isSecond);
        }

        for (; read < text.Length; read++)
        {
            text[written] = text[read];
            isSecond = text[read] == '"' && !isSecond;
            written += text[read] == '"' && !isSecond ? 0 : 1;
        }

        text[written..].Fill((byte)'"');
        return written;
    }

    /// <summary>Doubles the quotes again in a text whose end is the room for them.</summary>
    public static void Undo(Span<byte> text, int length)
    {
        int end = text.Length;
        while (end > length)
        {
            text[--end] = text[--length];
            if (text[end] == '"')
            {
                text[--end] = (byte)'"';
            }
        }
    }

    // Never is more stored than has been read: what is written over is behind the reader.
    private static (int Read, int Written) HalveSteps(Span<byte> text, ref bool isSecond)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        int read = 0;
        int written = 0;
        uint odd = 0;
        for (; read <= text.Length - Step; read += Step)
        {
            ulong eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, read));
            Vector128<byte> bytes = Vector128.CreateScalar(eight).AsByte();
            uint quotes = Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
            uint parity = quotes ^ (quotes << 1);
            parity ^= parity << 2;
            parity ^= (parity << 4) ^ odd;
            uint seconds = quotes & ~parity & byte.MaxValue;
            odd = (uint)-(int)((parity >> (Step - 1)) & 1);
            ulong kept = Vector128.Shuffle(bytes, s_places[seconds]).AsUInt64().ToScalar();
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, written), kept);
            written += Step - BitOperations.PopCount(seconds);
        }

        isSecond = odd != 0;
        return (read, written);
    }

    private static Vector128<byte>[] Places()
    {
        Vector128<byte>[] all = new Vector128<byte>[1 << Step];
        Span<byte> places = stackalloc byte[Vector128<byte>.Count];
        for (int seconds = 0; seconds < all.Length; seconds++)
        {
            places.Clear();
            int end = 0;
            for (byte place = 0; place < Step; place++)
            {
                if ((seconds & (1 << place)) == 0)
                {
                    places[end++] = place;
                }
            }

            all[seconds] = Vector128.Create<byte>(places);
        }

        return all;
    }
}
