#if NET10_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kusto.Typed.Csv;

/// <summary>Texts of plain ASCII as fields, 32 or 64 characters at a time, on machines that load under a mask.</summary>
/// <remarks>
/// No branch depends on how long a short text is or on where commas stand in it: a wrong guess costs more than the text
/// does. Of a StormEvent the five short texts take 34 ns, the two narratives 45 (and 52 by 32 characters at a time), its
/// JSON full of quotes 29; <c>Encoding.UTF8.GetBytes</c> takes 135 for all of them, and quotes nothing.
/// </remarks>
internal static unsafe class MaskedText
{
    public const int Step = 32;

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512BW.IsSupported && Avx512Vbmi2.IsSupported && Bmi2.X64.IsSupported;
    }

    // A character that a field is quoted for, a blank where it begins or ends, has a place of its own by the lower half of
    // its byte: one look-up and one comparison find them all. Place 0 must not hold 0, which stands behind a text.
    private static Vector256<byte> Special
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(
            0x0000_0000_0000_0020ul, 0x0000_0D2C_000A_0900, 0x0000_0000_0000_0020, 0x0000_0D2C_000A_0900).AsByte();
    }

    /// <summary>Writes a text of 1 to 32 characters, with quotes where it needs them, and a separator.</summary>
    /// <returns>The bytes written; 0 where a quote stands in the text, or what is not ASCII.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint WriteShort(ref readonly char text, int length, ref byte field)
    {
        fixed (char* start = &text)
        {
            Vector256<byte> bytes = Load(start, length);
            if (IsAwkward(bytes))
            {
                return 0;
            }

            uint special = Vector256.Equals(Avx2.Shuffle(Special, bytes), bytes).ExtractMostSignificantBits();
            uint blank = (Vector256.Equals(bytes, Vector256.Create((byte)' ')) | Vector256.Equals(bytes, Vector256.Create((byte)'\t')))
                .ExtractMostSignificantBits();
            uint edges = 1u | (1u << (length - 1));

            // Written with quotes and with none by the same stores: those that are not wanted are written over.
            nint quotes = (special & ~(blank & ~edges)) != 0 ? 1 : 0;
            field = (byte)'"';
            bytes.StoreUnsafe(ref field, (nuint)quotes);
            nint end = (nint)(uint)length + quotes;
            Unsafe.Add(ref field, end) = (byte)'"';
            Unsafe.Add(ref field, end + quotes) = (byte)',';
            return end + quotes + 1;
        }
    }

    /// <summary>Writes a text in quotes, those in it twice, and a separator.</summary>
    /// <returns>The bytes written; 0 where what is not ASCII stands in the text.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static nint WriteQuoted(ref readonly char text, int length, ref byte field)
    {
        fixed (char* start = &text)
        {
            char* read = start;
            field = (byte)'"';
            ref byte target = ref Unsafe.Add(ref field, 1);
            int rest = length;
            nint written;
            for (; rest >= 2 * Step; rest -= 2 * Step)
            {
                written = Write(Load(read), Load(read + Step), Step, Step, ref target);
                if (written == 0)
                {
                    return 0;
                }

                target = ref Unsafe.Add(ref target, written);
                read += 2 * Step;
            }

            if (rest > 0)
            {
                // The second half may be of no character; nothing is read then.
                int half = Math.Min(rest, Step);
                written = Write(Load(read, half), Load(read + Step, rest - half), half, rest - half, ref target);
                if (written == 0)
                {
                    return 0;
                }

                target = ref Unsafe.Add(ref target, written);
            }

            Unsafe.WriteUnaligned(ref target, (ushort)('"' | (',' << 8)));
            return Unsafe.ByteOffset(ref field, ref target) + 2;
        }
    }

    // Two steps at once, which is half as many branches; 0 where what is not ASCII, a byte of 128 or more, stands in them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Write(Vector256<byte> first, Vector256<byte> second, int firstLength, int secondLength, ref byte target)
    {
        Vector256<byte> firstQuotes = Vector256.Equals(first, Vector256.Create((byte)'"'));
        Vector256<byte> secondQuotes = Vector256.Equals(second, Vector256.Create((byte)'"'));
        if ((first | second | firstQuotes | secondQuotes).ExtractMostSignificantBits() == 0)
        {
            first.StoreUnsafe(ref target);
            second.StoreUnsafe(ref target, Step);
            return firstLength + secondLength;
        }

        if ((first | second).ExtractMostSignificantBits() != 0)
        {
            return 0;
        }

        nint written = firstLength + WriteDoubled(first, firstQuotes, ref target);
        return written + secondLength + WriteDoubled(second, secondQuotes, ref Unsafe.Add(ref target, written));
    }

    // How many bytes there are more than characters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteDoubled(Vector256<byte> bytes, Vector256<byte> isQuote, ref byte target)
    {
        uint quotes = isQuote.ExtractMostSignificantBits();
        Double(bytes, quotes).StoreUnsafe(ref target);
        return (nint)Popcnt.PopCount(quotes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAwkward(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"')) | bytes).ExtractMostSignificantBits() != 0;

    // What is not ASCII becomes a byte of 128 or more by saturation.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load(char* text) =>
        Avx512BW.ConvertToVector256ByteWithSaturation(Vector512.Load((ushort*)text));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load(char* text, int length)
    {
        Vector512<ushort> mask = Vector512.LessThan(Vector512<ushort>.Indices, Vector512.Create((ushort)length));
        Vector512<ushort> chars = Avx512BW.MaskLoad((ushort*)text, mask, Vector512<ushort>.Zero);
        return Avx512BW.ConvertToVector256ByteWithSaturation(chars);
    }

    // Two bits a byte, the byte's own and its double's; the doubles of all but quotes are taken out. What is left says
    // which places get the next byte, and all others get a quote.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Double(Vector256<byte> bytes, uint quotes)
    {
        const ulong Own = 0x5555_5555_5555_5555;
        ulong wanted = Own | Bmi2.X64.ParallelBitDeposit(quotes, ~Own);
        ulong places = Bmi2.X64.ParallelBitExtract(Own, wanted);
        return Avx512Vbmi2.Expand(Vector512.Create((byte)'"'), Spread(places), bytes.ToVector512Unsafe());
    }

    /// <summary>All bits of a byte where the bit of its place is set: each looks at its eighth of the bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Spread(ulong bits)
    {
        Vector512<byte> eighths = Vector512.Create(
            0x0000000000000000ul, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303,
            0x0404040404040404, 0x0505050505050505, 0x0606060606060606, 0x0707070707070707).AsByte();
        Vector512<byte> own = Vector512.Create(0x8040201008040201ul).AsByte();
        Vector512<byte> all = Avx512BW.Shuffle(Vector512.Create(bits).AsByte(), eighths);
        return ~Vector512.Equals(all & own, Vector512<byte>.Zero);
    }
}
#endif
