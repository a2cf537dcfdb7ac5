using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Csv;

/// <summary>Numbers of any count of decimals as the shortest text that gives them back, which is that of .NET.</summary>
/// <remarks>
/// By the method of R. Giulietti, "The Schubfach way to render doubles". Between 0.0001 and 10^15 the powers of ten that
/// it needs have at most 49 bits behind their last zero: one word holds each exactly, and one multiplication, of which
/// nothing is lost, gives each border: 30 ns for 17 digits, where .NET takes 91.
/// </remarks>
internal static class LongReal
{
    // Below and above, .NET writes exponents.
    private const double Least = 1e-4;
    private const double Most = 1e15;

    private const int MantissaBits = 52;
    private const int Exponent = 1075;

    // What 16 decimals hold; a number has one more where it is smaller than 1.
    private const int MostDecimals = 16;

    // 10^0 to 10^22, their first bit in the first place. An array, since of a literal that is not of bytes code that is not
    // optimized makes an object at each call.
    private static readonly ulong[] s_tensFromTheFirstBit =
    [
        0x8000000000000000, 0xA000000000000000, 0xC800000000000000, 0xFA00000000000000, 0x9C40000000000000,
        0xC350000000000000, 0xF424000000000000, 0x9896800000000000, 0xBEBC200000000000, 0xEE6B280000000000,
        0x9502F90000000000, 0xBA43B74000000000, 0xE8D4A51000000000, 0x9184E72A00000000, 0xB5E620F480000000,
        0xE35FA931A0000000, 0x8E1BC9BF04000000, 0xB1A2BC2EC5000000, 0xDE0B6B3A76400000, 0x8AC7230489E80000,
        0xAD78EBC5AC620000, 0xD8D726B7177A8000, 0x878678326EAC9000,
    ];

    private static readonly ulong[] s_tens =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000,
    ];

    /// <summary>Writes a number that has no exponent, and a separator; the room for 48 bytes is there.</summary>
    /// <returns>The bytes written; 0 for another number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static nint WriteField(double value, ref byte field)
    {
        double magnitude = Math.Abs(value);
        if (!(magnitude >= Least && magnitude < Most))
        {
            return 0;
        }

        nint sign = 0;
        if (value < 0)
        {
            field = (byte)'-';
            sign = 1;
        }

        ulong digits = Shortest(BitConverter.DoubleToUInt64Bits(magnitude), out int decimals);
        ref byte number = ref Unsafe.Add(ref field, sign);
        return sign + (decimals > MostDecimals
            ? WriteSmall(digits, decimals, ref number)
            : WriteParts(digits, decimals, ref number));
    }

    // The number is c * 2^q, and all that is nearer to it than to its neighbours lies between two borders, which belong to
    // it where c is even. In quarters of the last digit, rounded so that an odd one says "and a little more".
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Shortest(ulong bits, out int decimals)
    {
        int q = (int)(bits >> MantissaBits) - Exponent;
        ulong fraction = bits & ((1ul << MantissaBits) - 1);
        ulong c = fraction | (1ul << MantissaBits);

        // Below a power of two the neighbours are twice as near.
        bool isPower = fraction == 0;
        ulong excluded = c & 1;

        // floor(log10(2^q)), or of three quarters of it; floor(log2(10^decimals)).
        decimals = -(((q * 1_262_611) - (isPower ? 524_031 : 0)) >> 22);
        int shift = q + ((decimals * 1_741_647) >> 19) + 1;
        ulong ten = s_tensFromTheFirstBit[decimals];
        ulong lower = Scaled(ten, ((4 * c) - (isPower ? 1ul : 2)) << shift) + excluded;
        ulong middle = Scaled(ten, (4 * c) << shift);
        ulong upper = Scaled(ten, ((4 * c) + 2) << shift) - excluded;

        // One digit less, if one such number lies between the borders and the other does not.
        ulong digits = middle / 4;
        ulong shorter = digits / 10;
        bool isShorterIn = lower <= 40 * shorter;
        bool isNextShorterIn = (40 * shorter) + 40 <= upper;
        if (isShorterIn != isNextShorterIn)
        {
            decimals--;
            return shorter + (isNextShorterIn ? 1ul : 0);
        }

        bool isIn = lower <= 4 * digits;
        bool isNextIn = (4 * digits) + 4 <= upper;
        if (isIn != isNextIn)
        {
            return digits + (isNextIn ? 1ul : 0);
        }

        // Both or none: the nearer one, of two as near the even one.
        ulong half = (4 * digits) + 2;
        return digits + (middle > half || (middle == half && (digits & 1) != 0) ? 1ul : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Scaled(ulong ten, ulong quarters)
    {
        ulong high = Math.BigMul(ten, quarters, out ulong low);
        return high | (low != 0 ? 1ul : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteParts(ulong digits, int decimals, ref byte field)
    {
        ulong whole = digits / s_tens[decimals];
        ulong fraction = (digits - (whole * s_tens[decimals])) * s_tens[MostDecimals - decimals];
        nint written = AsciiDigits.Write(whole, ref field);
        Unsafe.Add(ref field, written) = (byte)'.';
        nint length = WriteSixteen(fraction, ref Unsafe.Add(ref field, written + 1));
        written += length + (length > 0 ? 1 : 0);
        Unsafe.Add(ref field, written) = (byte)',';
        return written + 1;
    }

    // 17 digits behind the point and behind as many zeros as there are decimals more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static nint WriteSmall(ulong digits, int decimals, ref byte field)
    {
        const int Digits = MostDecimals + 1;
        "0.000000"u8.CopyTo(MemoryMarshal.CreateSpan(ref field, 8));
        (ulong first, ulong others) = Math.DivRem(digits, s_tens[MostDecimals]);
        nint written = 2 + (nint)(uint)(decimals - Digits);
        Unsafe.Add(ref field, written) = (byte)('0' + first);
        written += 1 + WriteSixteen(others, ref Unsafe.Add(ref field, written + 1));
        Unsafe.Add(ref field, written) = (byte)',';
        return written + 1;
    }

    // All are stored; how many of them count, the zeros at their end say.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteSixteen(ulong value, ref byte field)
    {
        const ulong EightDigits = 100_000_000;
        ulong upper = value / EightDigits;
        ulong first = AsciiDigits.Of((uint)upper);
        ulong second = AsciiDigits.Of((uint)(value - (upper * EightDigits)));
        AsciiDigits.Store(first | AsciiDigits.Zeros, ref field);
        AsciiDigits.Store(second | AsciiDigits.Zeros, ref Unsafe.Add(ref field, 8));
        return second == 0
            ? 8 - (nint)((uint)BitOperations.LeadingZeroCount(first) >> 3)
            : 16 - (nint)((uint)BitOperations.LeadingZeroCount(second) >> 3);
    }
}
