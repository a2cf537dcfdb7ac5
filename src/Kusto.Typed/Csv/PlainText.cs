using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Csv;

/// <summary>Texts of plain ASCII as fields, which most are, by the widest vectors that the machine has.</summary>
internal static class PlainText
{
    /// <summary>
    /// Writes a non-empty text and a separator; the room for three bytes a character, two quotes and the separator is
    /// there, and the slack of a block behind it.
    /// </summary>
    /// <returns>The bytes written; 0 where the text takes a slower way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Write(ref readonly char text, int length, ref byte field)
    {
#if NET10_0_OR_GREATER
        if (MaskedText.IsSupported)
        {
            return length <= MaskedText.Step
                ? MaskedText.WriteShort(in text, length, ref field)
                : MaskedText.WriteQuoted(in text, length, ref field);
        }
#endif
        if (length > ShortText.LongestLength)
        {
            return SteppedText.IsSupported ? SteppedText.WriteQuoted(in text, length, ref field) : 0;
        }

        if (!ShortText.TryWrite(MemoryMarshal.CreateReadOnlySpan(in text, length), MemoryMarshal.CreateSpan(ref field, length)))
        {
            return 0;
        }

        Unsafe.Add(ref field, length) = (byte)',';
        return length + 1;
    }
}
