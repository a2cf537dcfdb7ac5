using Kusto.Typed.Generator.Model;

namespace Kusto.Typed.Generator.Emission;

/// <summary>The method that writes a row: one column, one line.</summary>
internal static class WriteEmitter
{
    private const int TextsPerCall = 4;
    private const string Writer = "global::Kusto.Typed.Csv.KustoCsvWriter";

    public static void Write(SourceWriter source, RowModel row, string owner)
    {
        source.Line(GeneratedCode.Attribute);
        source.Open($"static void {owner}.Write(in {row.Type.Name} row, ref {Writer} csv)");
        WriteReservations(source, row);
        WriteColumns(source, row);
        source.Line("csv.EndRecord();");
        source.Close();
    }

    private static void WriteReservations(SourceWriter source, RowModel row)
    {
        const int Separator = 1;
        int fixedBytes = row.Columns.Sum(column => column.Codec.FixedBytes + Separator);
        string[] texts = [.. row.Columns.Where(column => column.Codec.IsReservedText).Select(Value)];
        IEnumerable<string> first = texts.Take(TextsPerCall).Prepend(Invariant.Text(fixedBytes));
        source.Line($"csv.BeginRecord({string.Join(", ", first)});");
        for (int next = TextsPerCall; next < texts.Length; next += TextsPerCall)
        {
            source.Line($"csv.Reserve({string.Join(", ", texts.Skip(next).Take(TextsPerCall))});");
        }
    }

    private static void WriteColumns(SourceWriter source, RowModel row)
    {
        string[] statements = [.. row.Columns.Select(column => Statement(row, column))];
        int width = statements.Max(statement => statement.Length);
        for (int ordinal = 0; ordinal < statements.Length; ordinal++)
        {
            ColumnModel column = row.Columns[ordinal];
            string comment = $"{Invariant.Text(ordinal)} {column.Name}{Note(column)}";
            source.Line($"{statements[ordinal].PadRight(width)}   // {comment}");
        }
    }

    private static string Statement(RowModel row, ColumnModel column) =>
        column.JsonType is { } json
            ? $"csv.{column.Codec.Write}({Value(column)}, {row.JsonHolder}.{json});"
            : $"csv.{column.Codec.Write}({Value(column)});";

    private static string Value(ColumnModel column) => $"row.{column.Property}";

    private static string Note(ColumnModel column) =>
        column switch
        {
            { Codec.Type: KustoType.Dynamic } => ": JSON",
            { Codec.Write: "WriteBase64" } => ": base64",
            { IsNullable: true } => ": empty when null",
            _ => "",
        };
}
