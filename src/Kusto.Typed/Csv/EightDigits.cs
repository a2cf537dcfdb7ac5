using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

/// <summary>Eight digits read at once: by tens in each pair of bytes, then by hundreds and by ten thousands.</summary>
internal static class EightDigits
{
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
        ulong pairs = (digits * 10) + (digits >> 8);
        value = (long)((((pairs & EverySecondPair) * Hundreds) + (((pairs >> 16) & EverySecondPair) * Ones)) >> 32);
        return (((digits + MoreThanNine) | digits) & Highest) == 0;
    }
}
