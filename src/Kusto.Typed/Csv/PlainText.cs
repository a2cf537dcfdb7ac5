using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Csv;

/// <summary>Texts of plain ASCII as fields, which most are, by the widest vectors that the machine has.</summary>
internal static class PlainText
{
    /// <summary>The most characters of a short text.</summary>
    public const int ShortLength = ShortText.LongestLength;

    /// <summary>The room that a short text takes at most, with quotes and a separator.</summary>
    public const int ShortRoom = (3 * ShortLength) + 3;

    /// <summary>
    /// Writes a short text that is not empty, and a separator; its room is there, and the slack of a block behind it.
    /// </summary>
    /// <returns>The bytes written; 0 where the text takes a slower way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint WriteShort(ref readonly char text, int length, ref byte field)
    {
#if NET10_0_OR_GREATER
        if (MaskedText.IsSupported)
        {
            return MaskedText.WriteShort(in text, length, ref field);
        }
#endif
        if (!ShortText.TryWrite(MemoryMarshal.CreateReadOnlySpan(in text, length), MemoryMarshal.CreateSpan(ref field, length)))
        {
            return 0;
        }

        Unsafe.Add(ref field, length) = (byte)',';
        return length + 1;
    }

    /// <summary>
    /// Writes a longer text in quotes, and a separator; the room for three bytes a character, two quotes and the separator
    /// is there, and the slack of a block behind it.
    /// </summary>
    /// <returns>The bytes written; 0 where the text takes a slower way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint WriteLong(ref readonly char text, int length, ref byte field)
    {
#if NET10_0_OR_GREATER
        if (MaskedText.IsSupported)
        {
            return MaskedText.WriteQuoted(in text, length, ref field);
        }
#endif
        return SteppedText.IsSupported ? SteppedText.WriteQuoted(in text, length, ref field) : 0;
    }
}
