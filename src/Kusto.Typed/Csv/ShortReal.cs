using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

/// <summary>Numbers of few decimals, which most measured ones are: written from an integer.</summary>
/// <remarks>
/// One step of work gives the digits on both sides of the point: the four reals of a StormEvent take 35 ns, and 45 where
/// they are taken apart at the point first. A number of 17 digits takes .NET's way and its 90 ns.
/// The text is the one that .NET itself would write. An integer below 10^15 over a power of ten that gives the number
/// back has at most 15 digits; no two such texts stand for one double, so the shortest text that gives the number back
/// is this one.
/// </remarks>
internal static class ShortReal
{
    private const double FourDecimals = 1e4;
    private const double SixDecimals = 1e6;

    // With four decimals it has eight digits, which are one step of work.
    private const double Small = 1e4;

    // Below, .NET writes exponents; above, the digits could be more than 15.
    private const double Least = 1e-4;
    private const double Most = 1e9;

    /// <summary>
    /// Writes a number of at most four decimals below 10,000, and a separator; the room for 32 bytes is there.
    /// </summary>
    /// <returns>The bytes written; 0 for another number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint WriteField(double value, ref byte field)
    {
        double magnitude = Math.Abs(value);
        int rounded = ToInteger((magnitude * FourDecimals) + 0.5);
        if (!(magnitude < Small) || rounded / FourDecimals != magnitude)
        {
            return 0;
        }

        nint written = WriteSign(value, ref field);
        ulong digits = AsciiDigits.Of((uint)rounded);

        // The first digit lies lowest; the last one before the point stays, whatever it is.
        uint whole = (uint)digits;
        int leading = BitOperations.TrailingZeroCount(whole | (1u << 24)) & ~7;
        AsciiDigits.Store((whole | AsciiDigits.Zeros) >> leading, ref Unsafe.Add(ref field, written));
        written += 4 - (nint)((uint)leading >> 3);
        return written + WriteFraction(digits >> 32, ref Unsafe.Add(ref field, written));
    }

    /// <summary>
    /// Writes a number of at most six decimals below 10^9, and a separator; the room for 32 bytes is there.
    /// </summary>
    /// <returns>The bytes written; 0 for another number, and for zero.</returns>
    public static nint WriteSixDecimals(double value, ref byte field)
    {
        double magnitude = Math.Abs(value);
        if (!(magnitude >= Least && magnitude < Most))
        {
            return 0;
        }

        long rounded = (long)((magnitude * SixDecimals) + 0.5);
        if (rounded / SixDecimals != magnitude)
        {
            return 0;
        }

        nint written = WriteSign(value, ref field);
        (ulong whole, ulong fraction) = Math.DivRem((ulong)rounded, (ulong)SixDecimals);
        written += AsciiDigits.Write(whole, ref Unsafe.Add(ref field, written));
        return written + WriteFraction(AsciiDigits.Of((uint)fraction * 100), ref Unsafe.Add(ref field, written));
    }

    // The sign of a zero too, as .NET does.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteSign(double value, ref byte field)
    {
        if (BitConverter.DoubleToInt64Bits(value) >= 0)
        {
            return 0;
        }

        field = (byte)'-';
        return 1;
    }

    // A number that is out of range is asked for only to be thrown away, whatever comes of it: the conversion that looks
    // at that costs seven instructions.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToInteger(double value) =>
#if NET9_0_OR_GREATER
        double.ConvertToIntegerNative<int>(value);
#else
        (int)value;
#endif

    // Point and digits are stored in any case; how many of them count, the zeros at their end say.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteFraction(ulong digits, ref byte field)
    {
        nint decimals = 8 - (nint)((uint)BitOperations.LeadingZeroCount(digits) >> 3);
        nint length = decimals + (decimals > 0 ? 1 : 0);
        field = (byte)'.';
        AsciiDigits.Store(digits | AsciiDigits.Zeros, ref Unsafe.Add(ref field, 1));
        Unsafe.Add(ref field, length) = (byte)',';
        return length + 1;
    }
}
