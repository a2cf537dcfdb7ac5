using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Ingestion;

/// <summary>A row written by hand, so that these tests need no generator.</summary>
internal class Reading : IKustoRow<Reading>
{
    public static TableSchema Schema { get; } = TableSchema.Define("Readings").Int("Number").String("Note").Build();

    public int Number { get; set; }

    public string? Note { get; set; }

    public static void Write(in Reading row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord(16);
        csv.WriteInt(row.Number);
        csv.WriteString(row.Note);
        csv.EndRecord();
    }

    public static IEnumerable<Reading> Take(int count, string note = "note") =>
        Enumerable.Range(0, count).Select(number => new Reading { Number = number, Note = note });
}

/// <summary>A reading with a table of its own.</summary>
[KustoTable]
internal sealed partial class CalibratedReading : Reading;

/// <summary>A reading that says no more than one.</summary>
internal sealed class OtherReading : Reading;
