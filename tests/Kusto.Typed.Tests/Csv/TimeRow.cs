using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Every C# instant and duration, and guids, each with and without null.</summary>
internal sealed record TimeRow : IKustoRow<TimeRow>, IKustoRowReader<TimeRow>
{
    public static TableSchema Schema { get; } = TableSchema.Define("Times")
        .DateTime("At").DateTime("AtOrNull").DateTime("Offset").DateTime("OffsetOrNull")
        .DateTime("Day").DateTime("DayOrNull")
        .TimeSpan("Took").TimeSpan("TookOrNull").TimeSpan("Time").TimeSpan("TimeOrNull")
        .Guid("Id").Guid("IdOrNull")
        .Build();

    public DateTime At { get; init; }

    public DateTime? AtOrNull { get; init; }

    public DateTimeOffset Offset { get; init; }

    public DateTimeOffset? OffsetOrNull { get; init; }

    public DateOnly Day { get; init; }

    public DateOnly? DayOrNull { get; init; }

    public TimeSpan Took { get; init; }

    public TimeSpan? TookOrNull { get; init; }

    public TimeOnly Time { get; init; }

    public TimeOnly? TimeOrNull { get; init; }

    public Guid Id { get; init; }

    public Guid? IdOrNull { get; init; }

    public static void Write(in TimeRow row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord((6 * 29) + (4 * 27) + (2 * 37));
        csv.WriteDateTime(row.At);
        csv.WriteDateTime(row.AtOrNull);
        csv.WriteDateTime(row.Offset);
        csv.WriteDateTime(row.OffsetOrNull);
        csv.WriteDateTime(row.Day);
        csv.WriteDateTime(row.DayOrNull);
        csv.WriteTimeSpan(row.Took);
        csv.WriteTimeSpan(row.TookOrNull);
        csv.WriteTimeSpan(row.Time);
        csv.WriteTimeSpan(row.TimeOrNull);
        csv.WriteGuid(row.Id);
        csv.WriteGuid(row.IdOrNull);
        csv.EndRecord();
    }

    public static TimeRow Read(ref KustoRecordReader record) =>
        new()
        {
            At = record.ReadDateTime(0),
            AtOrNull = record.IsNull(1) ? null : record.ReadDateTime(1),
            Offset = record.ReadDateTimeOffset(2),
            OffsetOrNull = record.IsNull(3) ? null : record.ReadDateTimeOffset(3),
            Day = record.ReadDateOnly(4),
            DayOrNull = record.IsNull(5) ? null : record.ReadDateOnly(5),
            Took = record.ReadTimeSpan(6),
            TookOrNull = record.IsNull(7) ? null : record.ReadTimeSpan(7),
            Time = record.ReadTimeOnly(8),
            TimeOrNull = record.IsNull(9) ? null : record.ReadTimeOnly(9),
            Id = record.ReadGuid(10),
            IdOrNull = record.IsNull(11) ? null : record.ReadGuid(11),
        };
}
