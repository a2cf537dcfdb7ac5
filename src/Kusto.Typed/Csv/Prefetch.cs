using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Kusto.Typed.Csv;

/// <summary>Asks for memory before it is needed. Nothing is read: an address may be out of date and does no harm.</summary>
internal static unsafe class Prefetch
{
    private const int CacheLine = 64;

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
