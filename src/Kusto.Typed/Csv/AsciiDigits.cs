using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

/// <summary>Integers as digits, eight at a time: all are made at once and no branch depends on how many there are.</summary>
/// <remarks>An int takes 1.5 ns, of whatever length; digit by digit it is 4, and a wrong guess of the length 5 more.</remarks>
internal static class AsciiDigits
{
    private const uint EightDigits = 100_000_000;
    public const ulong Zeros = 0x3030_3030_3030_3030;

    /// <summary>Writes a number of at most 20 characters; the room for 24 is there.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(long value, ref byte field)
    {
        // The sign is there before it is known whether it is wanted.
        field = (byte)'-';
        int sign = (int)((ulong)value >> 63);
        ulong magnitude = (ulong)((value ^ (value >> 63)) + sign);
        return sign + Write(magnitude, ref Unsafe.Add(ref field, sign));
    }

    /// <summary>Writes a number of at most 20 digits; the room for 24 is there.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ulong value, ref byte field) =>
        value < EightDigits ? WriteShort((uint)value, ref field) : WriteLong(value, ref field);

    /// <summary>Writes a number below 10^8 without leading zeros; eight bytes are stored.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteShort(uint value, ref byte field)
    {
        ulong digits = Of(value);

        // The first digit lies lowest; the last one stays, whatever it is.
        int leading = BitOperations.TrailingZeroCount(digits | (1ul << 56)) & ~7;
        Store((digits | Zeros) >> leading, ref field);
        return 8 - (leading >> 3);
    }

    /// <summary>Writes all eight digits of a number below 10^8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteAll(uint value, ref byte field) => Store(Of(value) | Zeros, ref field);

    /// <summary>The eight digits of a number below 10^8, a byte each, the first one lowest.</summary>
    /// <remarks>
    /// Divided by halves in one register: 10,000, then 100 in both halves, then 10 in all four quarters. The factors are
    /// the reciprocals, rounded up, and exact in their ranges.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(uint value)
    {
        const ulong HundredsMask = 0x0000_007F_0000_007F;
        const ulong TensMask = 0x000F_000F_000F_000F;
        ulong high = (value * 3_518_437_209ul) >> 45;
        ulong fours = high | ((value - (high * 10_000)) << 32);
        ulong hundreds = ((fours * 10_486) >> 20) & HundredsMask;
        ulong twos = hundreds | ((fours - (hundreds * 100)) << 16);
        ulong tens = ((twos * 103) >> 10) & TensMask;
        return tens | ((twos - (tens * 10)) << 8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteLong(ulong value, ref byte field)
    {
        (ulong rest, ulong last) = Math.DivRem(value, EightDigits);
        int written = rest < EightDigits ? WriteShort((uint)rest, ref field) : WriteLong(rest, ref field);
        WriteAll((uint)last, ref Unsafe.Add(ref field, written));
        return written + 8;
    }

    /// <summary>Stores eight bytes, the lowest one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ulong digits, ref byte field) =>
        Unsafe.WriteUnaligned(ref field, BitConverter.IsLittleEndian ? digits : BinaryPrimitives.ReverseEndianness(digits));
}
