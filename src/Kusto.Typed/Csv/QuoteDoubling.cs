using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kusto.Typed.Csv;

/// <summary>Writes UTF-8 with every quote twice. JSON has a quote every few bytes, so none costs a call.</summary>
internal static class QuoteDoubling
{
    private const int Step = sizeof(ulong);

    // For each of the 256 ways in which quotes may stand among eight bytes: which byte comes to which place.
    private static readonly Vector128<byte>[] s_places = Places();

    /// <summary>Writes the text; the room for twice its length is there.</summary>
    /// <returns>The bytes written.</returns>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> field)
    {
        int read = 0;
        int written = 0;
        if (Vector128.IsHardwareAccelerated && field.Length >= (2 * text.Length) + Vector128<byte>.Count)
        {
            read = WriteSteps(text, field, out written);
        }

        for (; read < text.Length; read++)
        {
            field[written++] = text[read];
            if (text[read] == (byte)'"')
            {
                field[written++] = (byte)'"';
            }
        }

        return written;
    }

    /// <summary>Writes the first bytes of a vector; 16 bytes are stored beyond their doubles' end.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Write(Vector128<byte> bytes, int count, ref byte field)
    {
        uint quotes = Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
        if (quotes == 0)
        {
            bytes.StoreUnsafe(ref field);
            return (nuint)count;
        }

        uint first = quotes & byte.MaxValue;
        Vector128<byte> upper = Vector128.CreateScalar(bytes.AsUInt64().GetElement(1)).AsByte();
        Vector128.Shuffle(bytes, s_places[first]).StoreUnsafe(ref field);
        nuint middle = (nuint)(Step + BitOperations.PopCount(first));
        Vector128.Shuffle(upper, s_places[quotes >> Step]).StoreUnsafe(ref field, middle);
        return (nuint)(count + BitOperations.PopCount(quotes));
    }

    // Sixteen bytes are stored for eight that are read: the room for them has been looked at.
    private static int WriteSteps(ReadOnlySpan<byte> text, Span<byte> field, out int written)
    {
        ref byte source = ref MemoryMarshal.GetReference(text);
        ref byte target = ref MemoryMarshal.GetReference(field);
        int read = 0;
        nuint end = 0;
        for (; read <= text.Length - Step; read += Step)
        {
            ulong eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, read));
            Vector128<byte> bytes = Vector128.CreateScalar(eight).AsByte();
            uint quotes = Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
            Vector128.Shuffle(bytes, s_places[quotes]).StoreUnsafe(ref target, end);
            end += (uint)(Step + BitOperations.PopCount(quotes));
        }

        written = (int)end;
        return read;
    }

    private static Vector128<byte>[] Places()
    {
        Vector128<byte>[] all = new Vector128<byte>[1 << Step];
        Span<byte> places = stackalloc byte[Vector128<byte>.Count];
        for (int quotes = 0; quotes < all.Length; quotes++)
        {
            places.Clear();
            int end = 0;
            for (byte place = 0; place < Step; place++)
            {
                places[end++] = place;
                if ((quotes & (1 << place)) != 0)
                {
                    places[end++] = place;
                }
            }

            all[quotes] = Vector128.Create<byte>(places);
        }

        return all;
    }
}
