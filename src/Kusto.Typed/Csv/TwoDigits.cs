using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Csv;

/// <summary>Numbers below 100 as two digits, from a table: for a month or a minute that is less work than to reckon.</summary>
internal static class TwoDigits
{
    // A literal, and not an array: code that is compiled once and for all finds it without looking at a type.
    private static ReadOnlySpan<byte> Table =>
        "0001020304050607080910111213141516171819"u8
        + "2021222324252627282930313233343536373839"u8
        + "4041424344454647484950515253545556575859"u8
        + "6061626364656667686970717273747576777879"u8
        + "8081828384858687888990919293949596979899"u8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(uint value, ref byte field) =>
        Unsafe.WriteUnaligned(
            ref field, Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(Table), value * 2)));
}
