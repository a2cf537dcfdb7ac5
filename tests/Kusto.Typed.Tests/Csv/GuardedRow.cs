using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>A row of a number, fields that a test writes, and a number again.</summary>
internal class GuardedRow : IKustoRow<GuardedRow>
{
    public static TableSchema Schema { get; } = TableSchema.Define("Guarded").Int("First").String("Second").Int("Third").Build();

    public int Number { get; init; }

    [KustoIgnore]
    public Fields Second { get; init; } = (ref csv) => csv.WriteString("good");

    public static void Write(in GuardedRow row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord(100);
        csv.WriteInt(row.Number);
        row.Second(ref csv);
        csv.WriteInt(row.Number);
        csv.EndRecord();
    }
}

/// <summary>One with a table of its own.</summary>
[KustoTable]
internal sealed partial class OwnTableRow : GuardedRow;
