using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

/// <summary>The number behind an enum, whatever its underlying type.</summary>
internal static class EnumNumber
{
    /// <returns>False where the number is larger than a long.</returns>
    public static bool TryToLong<TEnum>(TEnum value, out long number)
        where TEnum : struct, Enum
    {
        number = Type.GetTypeCode(typeof(TEnum)) switch
        {
            TypeCode.SByte => Unsafe.BitCast<TEnum, sbyte>(value),
            TypeCode.Byte => Unsafe.BitCast<TEnum, byte>(value),
            TypeCode.Int16 => Unsafe.BitCast<TEnum, short>(value),
            TypeCode.UInt16 => Unsafe.BitCast<TEnum, ushort>(value),
            TypeCode.Int32 => Unsafe.BitCast<TEnum, int>(value),
            TypeCode.UInt32 => Unsafe.BitCast<TEnum, uint>(value),
            _ => Unsafe.BitCast<TEnum, long>(value),
        };
        return number >= 0 || Type.GetTypeCode(typeof(TEnum)) != TypeCode.UInt64;
    }

    /// <returns>False where the underlying type does not hold the number.</returns>
    public static bool TryFromLong<TEnum>(long number, out TEnum value)
        where TEnum : struct, Enum
    {
        value = Type.GetTypeCode(typeof(TEnum)) switch
        {
            TypeCode.SByte => Unsafe.BitCast<sbyte, TEnum>((sbyte)number),
            TypeCode.Byte => Unsafe.BitCast<byte, TEnum>((byte)number),
            TypeCode.Int16 => Unsafe.BitCast<short, TEnum>((short)number),
            TypeCode.UInt16 => Unsafe.BitCast<ushort, TEnum>((ushort)number),
            TypeCode.Int32 => Unsafe.BitCast<int, TEnum>((int)number),
            TypeCode.UInt32 => Unsafe.BitCast<uint, TEnum>((uint)number),
            _ => Unsafe.BitCast<long, TEnum>(number),
        };
        return TryToLong(value, out long back) && back == number;
    }
}
