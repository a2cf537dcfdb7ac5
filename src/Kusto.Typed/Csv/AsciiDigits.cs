using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

/// <summary>Integers as digits, four or eight at a time, without a branch for each.</summary>
/// <remarks>
/// One digit, which counts mostly have, is a store of its own: the eight ints of a StormEvent take 26 ns and not 44. A
/// sign is asked for, since a column has it always or never.
/// </remarks>
internal static class AsciiDigits
{
    /// <summary>Eight digits of zero.</summary>
    public const ulong Zeros = 0x3030_3030_3030_3030;

    private const uint FourDigits = 10_000;
    private const uint EightDigits = 100_000_000;

    /// <summary>Writes a number of at most 20 characters and a separator; the room for 24 is there.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint WriteField(long value, ref byte field)
    {
        if ((ulong)value < 10)
        {
            Unsafe.WriteUnaligned(ref field, OneDigit((uint)value));
            return 2;
        }

        nint sign = 0;
        if (value < 0)
        {
            field = (byte)'-';
            value = -value;
            sign = 1;
        }

        nint written = sign + Write((ulong)value, ref Unsafe.Add(ref field, sign));
        Unsafe.Add(ref field, written) = (byte)',';
        return written + 1;
    }

    /// <summary>Writes a number of at most 20 digits; the room for 24 is there.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Write(ulong value, ref byte field) =>
        value < FourDigits ? WriteFour((uint)value, ref field) : WriteMany(value, ref field);

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

    // Most numbers are small, and half of the work is enough for them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteFour(uint value, ref byte field)
    {
        const uint TensMask = 0x000F_000F;
        uint hundreds = (value * 5_243) >> 19;
        uint twos = hundreds | ((value - (hundreds * 100)) << 16);
        uint tens = ((twos * 103) >> 10) & TensMask;
        uint digits = tens | ((twos - (tens * 10)) << 8);

        // The first digit lies lowest; the last one stays, whatever it is.
        int leading = BitOperations.TrailingZeroCount(digits | (1u << 24)) & ~7;
        Store((digits | 0x3030_3030u) >> leading, ref field);
        return 4 - (nint)((uint)leading >> 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nint WriteMany(ulong value, ref byte field)
    {
        if (value < EightDigits)
        {
            return WriteEight((uint)value, ref field);
        }

        (ulong rest, ulong last) = Math.DivRem(value, EightDigits);
        nint written = Write(rest, ref field);
        WriteAll((uint)last, ref Unsafe.Add(ref field, written));
        return written + 8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteEight(uint value, ref byte field)
    {
        ulong digits = Of(value);
        int leading = BitOperations.TrailingZeroCount(digits | (1ul << 56)) & ~7;
        Store((digits | Zeros) >> leading, ref field);
        return 8 - (nint)((uint)leading >> 3);
    }

    // The digit and the separator in one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort OneDigit(uint value) =>
        (ushort)(BitConverter.IsLittleEndian ? value + '0' + (',' << 8) : ((value + '0') << 8) + ',');

    /// <summary>Stores eight bytes, the lowest one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ulong digits, ref byte field) =>
        Unsafe.WriteUnaligned(ref field, BitConverter.IsLittleEndian ? digits : BinaryPrimitives.ReverseEndianness(digits));
}
