using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Kusto.Typed.Csv;

/// <summary>Asks for memory before it is needed. Nothing is read: an address may be out of date and does no harm.</summary>
internal static unsafe class Prefetch
{
    private const int CacheLine = 64;

    // Four pages: rows with some kilobytes of text are still near each other.
    private const int Near = 16 * 1024;

    /// <summary>True where the second object lies neither behind nor before the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreApart<T>(ref readonly T first, ref readonly T second)
    {
        // Addresses are compared and nothing is read there.
        nint distance = Unsafe.As<T, nint>(ref Unsafe.AsRef(in second)) - Unsafe.As<T, nint>(ref Unsafe.AsRef(in first));
        return (nuint)(distance + Near) > 2 * Near;
    }

    /// <summary>The fields of an object: the first 256 bytes, which is all of most rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Object<T>(T row)
    {
        if (Sse.IsSupported && row is not null)
        {
            ref byte fields = ref Unsafe.As<Fields>(row).First;
            Lines(Unsafe.AsPointer(ref fields), 4);
        }
    }

    /// <summary>The beginning of a string; the processor itself sees that it goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void String(string? text)
    {
        if (Sse.IsSupported && text is not null)
        {
            Lines(Unsafe.AsPointer(ref Unsafe.AsRef(in text.GetPinnableReference())), 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lines(void* start, int count)
    {
        for (int line = 0; line < count; line++)
        {
            Sse.Prefetch0((byte*)start + (line * CacheLine));
        }
    }

    // What every object looks like to a reference to its first field.
    private sealed class Fields
    {
        public byte First;
    }
}
