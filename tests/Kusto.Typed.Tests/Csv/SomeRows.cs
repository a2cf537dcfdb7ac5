namespace Kusto.Typed.Tests.Csv;

/// <summary>Random rows of each kind.</summary>
internal static class SomeRows
{
    public static NumberRow Number(RandomValues random) =>
        new()
        {
            Bool = random.Bool(),
            BoolOrNull = random.OrNull(random.Bool()),
            SByte = (sbyte)random.Bits(),
            Byte = (byte)random.Bits(),
            Int16 = (short)random.Bits(),
            UInt16 = (ushort)random.Bits(),
            Int32 = (int)random.Bits(),
            Int32OrNull = random.OrNull((int)random.Bits()),
            UInt32 = (uint)random.Bits(),
            Int64 = random.Long(),
            Int64OrNull = random.OrNull(random.Long()),
            UInt64 = random.Bits() >> 1,
            UInt64OrNull = random.OrNull(random.Bits() >> 1),
            Decimal = random.Decimal(),
            DecimalOrNull = random.OrNull(random.Decimal()),
            BigUInt64 = random.Bits(),
            BigUInt64OrNull = random.OrNull(random.Bits()),
            SqlDecimal = random.SqlDecimal(),
            SqlDecimalOrNull = random.OrNull(random.SqlDecimal()),
            Double = random.Double(),
            DoubleOrNull = random.OrNull(random.Double()),
            Single = random.Single(),
            SingleOrNull = random.OrNull(random.Single()),
            Half = random.Half(),
            HalfOrNull = random.OrNull(random.Half()),
        };

    public static TimeRow Time(RandomValues random) =>
        new()
        {
            At = LocalWithinUtc(random.DateTime((DateTimeKind)random.Below(3))),
            AtOrNull = random.OrNull(LocalWithinUtc(random.DateTime((DateTimeKind)random.Below(3)))),
            Offset = random.DateTimeOffset(),
            OffsetOrNull = random.OrNull(random.DateTimeOffset()),
            Day = DateOnly.FromDateTime(random.DateTime(DateTimeKind.Unspecified)),
            DayOrNull = random.OrNull(DateOnly.FromDateTime(random.DateTime(DateTimeKind.Unspecified))),
            Took = random.TimeSpan(),
            TookOrNull = random.OrNull(random.TimeSpan()),
            Time = random.TimeOnly(),
            TimeOrNull = random.OrNull(random.TimeOnly()),
            Id = random.Guid(),
            IdOrNull = random.OrNull(random.Guid()),
        };

    public static TextRow Text(RandomValues random) =>
        new()
        {
            First = random.Below(5) == 0 ? null : random.String(),
            Second = random.String(random.Below(50) == 0 ? 3000 : 36),
            Char = NotHalf((char)random.Below(0x1_0000)),
            CharOrNull = random.OrNull(NotHalf((char)random.Below(0x80))),
            Rune = random.Rune(),
            RuneOrNull = random.OrNull(random.Rune()),
            Uri = random.Bool() ? null : new Uri("http://example.org/" + random.String(300), UriKind.RelativeOrAbsolute),
            Version = random.Bool() ? null : new Version(random.Below(int.MaxValue), random.Below(9), 0, int.MaxValue),
            Address = random.Bool() ? null : random.Address(),
            Days = (Weekdays)(short)random.Bits(),
            DaysOrNull = random.OrNull((Weekdays)random.Below(8)),
            DaysNumber = (Weekdays)(short)random.Bits(),
            DaysNumberOrNull = random.OrNull((Weekdays)random.Below(8)),
            Bytes = random.Bool() ? null : random.Bytes(100),
            Memory = random.Bytes(5),
            MemoryOrNull = random.OrNull<ReadOnlyMemory<byte>>(random.Bytes(300)),
        };

    private static char NotHalf(char character) => char.IsSurrogate(character) ? 'x' : character;

    // A local time that UTC cannot hold is an error, which has tests of its own.
    private static DateTime LocalWithinUtc(DateTime value) =>
        value.Kind == DateTimeKind.Local && (value.Year is 1 or 9999) ? value.AddYears(value.Year == 1 ? 1 : -1) : value;
}
