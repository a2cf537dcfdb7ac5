using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kusto.Typed.Csv;

/// <summary>Days of the calendar as text, <c>yyyy-MM-ddT</c>: one that was written lately is not reckoned again.</summary>
/// <remarks>
/// Times come in order mostly, or out of few months: with days kept a time takes 7 ns, and 12 where each is reckoned. What
/// is kept of a day are its eight digits in 32 bits and its number in the other 32 of one word, so that threads may
/// share what there is: a word is read and written as one.
/// </remarks>
internal static class DayText
{
    public const int Length = 11;

    // More than a year's days; 4 KiB, of which a cache holds what is in use.
    private const uint Kept = 512;

    // By the lower bits of a day's number. A day is kept under its number and 1: what is zero is kept of no day.
    private static readonly ulong[] s_days = new ulong[Kept];

    // A word is 64 bits.
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian && nint.Size == sizeof(ulong);
    }

    /// <summary>Writes the 11 bytes of the day with this many days since 0001-01-01; the room for 16 is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(uint days, ref byte field)
    {
        ref ulong kept = ref s_days[days & (Kept - 1)];
        ulong day = kept;
        if ((uint)(day >> 32) != days + 1)
        {
            kept = day = Reckoned(days);
        }

        // Four bytes of two digits each become eight, with what belongs between them.
        Vector128<ushort> pairs = Vector128.WidenLower(Vector128.CreateScalar((uint)day).AsByte());
        Vector128<byte> digits = ((pairs >> 4) | (pairs << 8)).AsByte() & Vector128.Create((byte)0x0F);
        Vector128<byte> spread = Vector128.Shuffle(
            digits, Vector128.Create((byte)0, 1, 2, 3, 255, 4, 5, 255, 6, 7, 255, 255, 255, 255, 255, 255));
        (spread | Vector128.Create("0000-00-00T\0\0\0\0\0"u8)).StoreUnsafe(ref field);
    }

    // Not inlined: it is rare, and long.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Reckoned(uint days)
    {
        CalendarDay day = CalendarDay.Of(days);
        uint century = day.Year / 100;
        uint digits = Pair(century) | (Pair(day.Year - (century * 100)) << 8) | (Pair(day.Month) << 16) | (Pair(day.Day) << 24);
        return ((ulong)(days + 1) << 32) | digits;
    }

    private static uint Pair(uint value) => ((value / 10) << 4) | (value % 10);
}
