using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kusto.Typed.Csv;

/// <summary>Short texts of plain ASCII, which most are: looked at and written in one pass.</summary>
internal static class ShortText
{
    /// <summary>Longer texts are quoted without looking: two bytes more, but no second pass over them.</summary>
    public const int LongestLength = 32;

    private const char HighestAscii = '\x7F';

    // Eight characters at a time.
    private static int Step => Vector128<ushort>.Count;

    /// <summary>Writes a non-empty text as it is, a byte a character.</summary>
    /// <returns>False where it is not plain or would need quotes; what is then in the field means nothing.</returns>
    public static bool TryWrite(ReadOnlySpan<char> text, Span<byte> field)
    {
        if (IsBlank(text[0]) || IsBlank(text[^1]) || field.Length < text.Length)
        {
            return false;
        }

        return Vector128.IsHardwareAccelerated && text.Length >= Step
            ? TryWriteSteps(text, field)
            : TryWriteEach(text, field);
    }

    private static bool IsBlank(char character) => character is ' ' or '\t';

    private static bool TryWriteEach(ReadOnlySpan<char> text, Span<byte> field)
    {
        for (int place = 0; place < text.Length; place++)
        {
            char character = text[place];
            if (character is ',' or '"' or '\r' or '\n' or > HighestAscii)
            {
                return false;
            }

            field[place] = (byte)character;
        }

        return true;
    }

    // The last step overlaps the one before it, so that no rest is left for a slower way.
    private static bool TryWriteSteps(ReadOnlySpan<char> text, Span<byte> field)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref byte target = ref MemoryMarshal.GetReference(field);
        Vector128<ushort> special = Vector128<ushort>.Zero;
        int last = text.Length - Step;
        for (int place = 0; ; place = Math.Min(place + Step, last))
        {
            Vector128<ushort> eight = Vector128.LoadUnsafe(ref source, (nuint)place);
            special |= Vector128.Equals(eight, Vector128.Create((ushort)','))
                | Vector128.Equals(eight, Vector128.Create((ushort)'"'))
                | Vector128.Equals(eight, Vector128.Create((ushort)'\r'))
                | Vector128.Equals(eight, Vector128.Create((ushort)'\n'))
                | Vector128.GreaterThan(eight, Vector128.Create((ushort)HighestAscii));
            ulong bytes = Vector128.Narrow(eight, eight).AsUInt64().ToScalar();
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, place), bytes);
            if (place == last)
            {
                return special == Vector128<ushort>.Zero;
            }
        }
    }
}
