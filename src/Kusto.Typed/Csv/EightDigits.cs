using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

/// <summary>Eight digits read at once: by tens in each pair of bytes, then by hundreds and by ten thousands.</summary>
internal static class EightDigits
{
    public const int Count = 8;

    /// <summary>The least number that has more digits.</summary>
    public const long Limit = 100_000_000;

    /// <summary>What makes digits of characters, and of other characters no digits, by exclusive or.</summary>
    public const ulong Zeros = 0x3030_3030_3030_3030;

    /// <summary>The number of eight digits, a byte each, the first one lowest.</summary>
    /// <returns>False where a byte is more than nine.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ulong digits, out long value)
    {
        const ulong MoreThanNine = 0x7676_7676_7676_7676;
        const ulong Highest = 0x8080_8080_8080_8080;
        const ulong Hundreds = 100 + (1_000_000ul << 32);
        const ulong Ones = 1 + (10_000ul << 32);
        const ulong EverySecondPair = 0x0000_00FF_0000_00FF;
        ulong pairs = Pairs(digits);
        value = (long)((((pairs & EverySecondPair) * Hundreds) + (((pairs >> 16) & EverySecondPair) * Ones)) >> 32);
        return (((digits + MoreThanNine) | digits) & Highest) == 0;
    }

    /// <summary>Every two digits as a number, in every second byte; those between them mean nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pairs(ulong digits) => (digits * 10) + (digits >> 8);

    /// <summary>The place of the first byte that a character was made a digit of; 8 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(char character, ulong digits)
    {
        const ulong Ones = 0x0101_0101_0101_0101;
        const ulong Highest = 0x8080_8080_8080_8080;

        // A byte that becomes zero borrows from its highest bit.
        ulong others = digits ^ ((ulong)(character ^ '0') * Ones);
        return BitOperations.TrailingZeroCount((others - Ones) & ~others & Highest) / 8;
    }
}
