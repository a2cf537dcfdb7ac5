using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>A row that fails at the column it is told to, in the way it is told to.</summary>
internal sealed record FailingRow(int FailsAt, int Way, string Text) : IKustoRow<FailingRow>
{
    public const string Secret = "secret value";

    public static TableSchema Schema { get; } =
        TableSchema.Define("Failing").String("First").Dynamic("Second").String("Third").Real("Fourth").String("Fifth").Build();

    public static FailingRow Some(RandomValues random) =>
        new(random.Bool() ? -1 : random.Below(5), random.Below(4), random.String(60));

    public static void Write(in FailingRow row, ref KustoCsvWriter csv)
    {
        csv.BeginRecord((2 * 25) + 10);
        csv.WriteString(row.Get(0));
        csv.WriteDynamic(row.Get(1) is { } text && row.FailsAt == 1 ? text : "[\"a,\\\"b\"]");
        csv.WriteString(row.Get(2));
        csv.WriteReal(row.Get(3) is not null && row.FailsAt == 3 ? throw new GetterException() : 1.5);
        csv.WriteString(row.Get(4));
        csv.EndRecord();
    }

    private string Field(int column) =>
        column != FailsAt
            ? Text
            : Way switch
            {
                0 => Secret + "\uD83D",
                1 => Secret + "\uD83D, and the \"rest\" of it, which is long enough to be quoted at once",
                2 => Secret + new string('é', CsvLimits.MaxValueBytes / 2),
                _ => Secret,
            };

    private string Get(int column) => column == FailsAt && Way == 3 ? throw new GetterException() : Field(column);

    /// <summary>What a property of the user's throws.</summary>
    internal sealed class GetterException : Exception;
}
