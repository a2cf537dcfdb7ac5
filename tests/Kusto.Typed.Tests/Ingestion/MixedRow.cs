using Kusto.Typed.Csv;
using Kusto.Typed.Schema;
using Kusto.Typed.Tests.Csv;

namespace Kusto.Typed.Tests.Ingestion;

/// <summary>A row of random fields, good and bad ones.</summary>
internal sealed record MixedRow(MixedField[] Fields) : IKustoRow<MixedRow>
{
    private const int ColumnCount = 4;

    public static TableSchema Schema { get; } =
        TableSchema.Define("Mixed").String("A").String("B").String("C").String("D").Build();

    /// <summary>The name of the first column that does not fit; null where all do.</summary>
    public string? BadColumn
    {
        get
        {
            int ordinal = Array.FindIndex(Fields, some => some.IsBad);
            return ordinal < 0 ? null : Schema.Columns[ordinal].Name;
        }
    }

    public static MixedRow Some(RandomValues random) =>
        new([.. Enumerable.Range(0, ColumnCount).Select(_ => MixedField.Some(random))]);

    public static void Write(in MixedRow row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord(64 * ColumnCount);
        foreach (MixedField field in row.Fields)
        {
            field.Write(ref csv);
        }

        csv.EndRecord();
    }
}

/// <summary>A field, the text that it is read as, and whether something had to be replaced for it.</summary>
internal sealed record MixedField(Fields Write, string Text, bool IsBad)
{
    // Those of a megabyte have their own tests.
    private static readonly BadValue[] s_small = [.. BadValue.All.Where(value => IsSmall(value.Name))];

    public static MixedField Some(RandomValues random)
    {
        if (random.Below(12) == 0)
        {
            BadValue bad = s_small[random.Below(s_small.Length)];
            return new MixedField(bad.Write, bad.Replacement, IsBad: true);
        }

        string text = random.String(40);
        return new MixedField((ref csv) => csv.WriteString(text), text, IsBad: false);
    }

    private static bool IsSmall(string name) =>
        !name.Contains("too long", StringComparison.Ordinal)
        && !name.StartsWith("string ", StringComparison.Ordinal)
        && !name.StartsWith("quotes ", StringComparison.Ordinal);
}
