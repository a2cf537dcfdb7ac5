using System.Data.SqlTypes;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Every C# number and bool, each with and without null, as the generator would write them.</summary>
internal sealed record NumberRow : IKustoRow<NumberRow>, IKustoRowReader<NumberRow>
{
    public static TableSchema Schema { get; } = TableSchema.Define("Numbers")
        .Bool("Bool").Bool("BoolOrNull")
        .Int("SByte").Int("Byte").Int("Int16").Int("UInt16").Int("Int32").Int("Int32OrNull")
        .Long("UInt32").Long("Int64").Long("Int64OrNull").Long("UInt64").Long("UInt64OrNull")
        .Decimal("Decimal").Decimal("DecimalOrNull").Decimal("BigUInt64").Decimal("BigUInt64OrNull")
        .Decimal("SqlDecimal").Decimal("SqlDecimalOrNull")
        .Real("Double").Real("DoubleOrNull").Real("Single").Real("SingleOrNull").Real("Half").Real("HalfOrNull")
        .Build();

    public bool Bool { get; init; }

    public bool? BoolOrNull { get; init; }

    public sbyte SByte { get; init; }

    public byte Byte { get; init; }

    public short Int16 { get; init; }

    public ushort UInt16 { get; init; }

    public int Int32 { get; init; }

    public int? Int32OrNull { get; init; }

    public uint UInt32 { get; init; }

    public long Int64 { get; init; }

    public long? Int64OrNull { get; init; }

    public ulong UInt64 { get; init; }

    public ulong? UInt64OrNull { get; init; }

    public decimal Decimal { get; init; }

    public decimal? DecimalOrNull { get; init; }

    public ulong BigUInt64 { get; init; }

    public ulong? BigUInt64OrNull { get; init; }

    public SqlDecimal SqlDecimal { get; init; }

    public SqlDecimal? SqlDecimalOrNull { get; init; }

    public double Double { get; init; }

    public double? DoubleOrNull { get; init; }

    public float Single { get; init; }

    public float? SingleOrNull { get; init; }

    public Half Half { get; init; }

    public Half? HalfOrNull { get; init; }

    public static void Write(in NumberRow row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord((2 * 6) + (6 * 12) + (5 * 21) + (2 * 32) + (2 * 21) + (2 * 42) + (6 * 25));
        csv.WriteBool(row.Bool);
        csv.WriteBool(row.BoolOrNull);
        csv.WriteInt(row.SByte);
        csv.WriteInt(row.Byte);
        csv.WriteInt(row.Int16);
        csv.WriteInt(row.UInt16);
        csv.WriteInt(row.Int32);
        csv.WriteInt(row.Int32OrNull);
        csv.WriteLong((long)row.UInt32);
        csv.WriteLong(row.Int64);
        csv.WriteLong(row.Int64OrNull);
        csv.WriteLong(row.UInt64);
        csv.WriteLong(row.UInt64OrNull);
        csv.WriteDecimal(row.Decimal);
        csv.WriteDecimal(row.DecimalOrNull);
        csv.WriteDecimal(row.BigUInt64);
        csv.WriteDecimal(row.BigUInt64OrNull);
        csv.WriteDecimal(row.SqlDecimal);
        csv.WriteDecimal(row.SqlDecimalOrNull);
        csv.WriteReal(row.Double);
        csv.WriteReal(row.DoubleOrNull);
        csv.WriteReal(row.Single);
        csv.WriteReal(row.SingleOrNull);
        csv.WriteReal(row.Half);
        csv.WriteReal(row.HalfOrNull);
        csv.EndRecord();
    }

    public static NumberRow Read(ref KustoRecordReader record) =>
        new()
        {
            Bool = record.ReadBoolean(0),
            BoolOrNull = record.IsNull(1) ? null : record.ReadBoolean(1),
            SByte = record.ReadSByte(2),
            Byte = record.ReadByte(3),
            Int16 = record.ReadInt16(4),
            UInt16 = record.ReadUInt16(5),
            Int32 = record.ReadInt32(6),
            Int32OrNull = record.IsNull(7) ? null : record.ReadInt32(7),
            UInt32 = record.ReadUInt32(8),
            Int64 = record.ReadInt64(9),
            Int64OrNull = record.IsNull(10) ? null : record.ReadInt64(10),
            UInt64 = record.ReadUInt64(11),
            UInt64OrNull = record.IsNull(12) ? null : record.ReadUInt64(12),
            Decimal = record.ReadDecimal(13),
            DecimalOrNull = record.IsNull(14) ? null : record.ReadDecimal(14),
            BigUInt64 = record.ReadUInt64(15),
            BigUInt64OrNull = record.IsNull(16) ? null : record.ReadUInt64(16),
            SqlDecimal = record.IsNull(17) ? SqlDecimal.Null : record.ReadSqlDecimal(17),
            SqlDecimalOrNull = record.IsNull(18) ? null : record.ReadSqlDecimal(18),
            Double = record.ReadDouble(19),
            DoubleOrNull = record.IsNull(20) ? null : record.ReadDouble(20),
            Single = record.ReadSingle(21),
            SingleOrNull = record.IsNull(22) ? null : record.ReadSingle(22),
            Half = record.ReadHalf(23),
            HalfOrNull = record.IsNull(24) ? null : record.ReadHalf(24),
        };
}
