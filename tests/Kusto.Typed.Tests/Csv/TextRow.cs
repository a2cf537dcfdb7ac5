using System.Net;
using System.Text;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Every C# type that becomes a string, and enums as numbers.</summary>
internal sealed record TextRow : IKustoRow<TextRow>, IKustoRowReader<TextRow>
{
    public static TableSchema Schema { get; } = TableSchema.Define("Texts")
        .String("First").String("Second").String("Char").String("CharOrNull").String("Rune").String("RuneOrNull")
        .String("Uri").String("Version").String("Address")
        .String("Days").String("DaysOrNull").Int("DaysNumber").Int("DaysNumberOrNull")
        .String("Bytes").String("Memory").String("MemoryOrNull")
        .Build();

    public string? First { get; init; } = "";

    public string? Second { get; init; } = "";

    public char Char { get; init; } = 'c';

    public char? CharOrNull { get; init; }

    public Rune Rune { get; init; } = new('r');

    public Rune? RuneOrNull { get; init; }

    public Uri? Uri { get; init; }

    public Version? Version { get; init; }

    public IPAddress? Address { get; init; }

    public Weekdays Days { get; init; }

    public Weekdays? DaysOrNull { get; init; }

    public Weekdays DaysNumber { get; init; }

    public Weekdays? DaysNumberOrNull { get; init; }

    public byte[]? Bytes { get; init; }

    public ReadOnlyMemory<byte> Memory { get; init; }

    public ReadOnlyMemory<byte>? MemoryOrNull { get; init; }

    public static void Write(in TextRow row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord((2 * 1) + (4 * 7) + 1 + 44 + 66 + 2 + (2 * 12) + 3);
        csv.WriteString(row.First);
        csv.WriteString(row.Second);
        csv.WriteString(row.Char);
        csv.WriteString(row.CharOrNull);
        csv.WriteString(row.Rune);
        csv.WriteString(row.RuneOrNull);
        csv.WriteString(row.Uri);
        csv.WriteString(row.Version);
        csv.WriteString(row.Address);
        csv.WriteEnum(row.Days);
        csv.WriteEnum(row.DaysOrNull);
        csv.WriteEnumNumber(row.DaysNumber);
        csv.WriteEnumNumber(row.DaysNumberOrNull);
        csv.WriteBase64(row.Bytes);
        csv.WriteBase64(row.Memory);
        csv.WriteBase64(row.MemoryOrNull);
        csv.EndRecord();
    }

    public static TextRow Read(ref KustoRecordReader record) =>
        new()
        {
            First = record.ReadString(0),
            Second = record.ReadString(1),
            Char = record.ReadChar(2),
            CharOrNull = record.IsNull(3) ? null : record.ReadChar(3),
            Rune = record.ReadRune(4),
            RuneOrNull = record.IsNull(5) ? null : record.ReadRune(5),
            Uri = record.IsNull(6) ? null : record.ReadUri(6),
            Version = record.IsNull(7) ? null : record.ReadVersion(7),
            Address = record.IsNull(8) ? null : record.ReadIPAddress(8),
            Days = record.ReadEnum<Weekdays>(9),
            DaysOrNull = record.IsNull(10) ? null : record.ReadEnum<Weekdays>(10),
            DaysNumber = record.ReadEnumNumber<Weekdays>(11),
            DaysNumberOrNull = record.IsNull(12) ? null : record.ReadEnumNumber<Weekdays>(12),
            Bytes = record.ReadBytes(13),
            Memory = record.ReadBytes(14),
            MemoryOrNull = record.IsNull(15) ? null : record.ReadBytes(15),
        };
}

/// <summary>Flags over a small type, so that names, lists of names and bare digits all occur.</summary>
[Flags]
internal enum Weekdays : short
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
}
