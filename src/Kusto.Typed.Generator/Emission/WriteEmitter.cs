using Kusto.Typed.Generator.Model;

namespace Kusto.Typed.Generator.Emission;

/// <summary>The method that writes a row: one column, one line.</summary>
internal static class WriteEmitter
{
    private const int TextsPerCall = 4;
    private const string Optimized =
        "[global::System.Runtime.CompilerServices.MethodImpl("
        + "global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    private const string Writer = "global::Kusto.Typed.Csv.KustoCsvWriter";

    public static void Write(SourceWriter source, RowModel row, string owner)
    {
        ColumnModel[] columns = [.. row.Fields()];
        source.Line(GeneratedCode.Attribute);
        source.Line(Optimized);
        source.Open($"static void {owner}.Write(in {row.Row} row, ref {Writer} csv)");
        WriteReservation(source, columns);
        WriteColumns(source, row, columns);
        source.Line("csv.EndRecord();");
        source.Close();
        WriteTouch(source, row, owner, Texts(columns));
    }

    // Strings lie apart from their row, and it is they that are waited for.
    private static void WriteTouch(SourceWriter source, RowModel row, string owner, string[] texts)
    {
        if (texts.Length == 0)
        {
            return;
        }

        source.Line();
        source.Line(GeneratedCode.Attribute);
        source.Line(Optimized);
        source.Open($"static void {owner}.Touch(in {row.Row} row)");
        for (int next = 0; next < texts.Length; next += TextsPerCall)
        {
            source.Line($"{Writer}.Touch({string.Join(", ", texts.Skip(next).Take(TextsPerCall))});");
        }

        source.Close();
    }

    private static string[] Texts(ColumnModel[] columns) =>
        [.. columns.Where(column => column.Field!.IsText).Select(column => column.Field!.Value)];

    private static void WriteReservation(SourceWriter source, ColumnModel[] columns)
    {
        // Each field has a separator behind it, those that belong to no column among them.
        int separators = columns[columns.Length - 1].Field!.Ordinal + 1;
        int fixedBytes = separators + columns.Sum(column => column.Field!.Codec.FixedBytes);
        source.Line($"csv.BeginRecord({Invariant.Text(fixedBytes)});");
    }

    private static void WriteColumns(SourceWriter source, RowModel row, ColumnModel[] columns)
    {
        string[] statements = [.. columns.Select(column => Statement(row, column.Field!))];

        // A long statement pushes its own comment away, and not those of all the others.
        const int LongestAligned = 80;
        int width = statements.Where(statement => statement.Length <= LongestAligned)
            .DefaultIfEmpty("").Max(statement => statement.Length);
        int next = 0;
        for (int number = 0; number < columns.Length; number++)
        {
            FieldModel field = columns[number].Field!;
            for (; next < field.Ordinal; next++)
            {
                WriteLine(source, "csv.WriteFiller();".PadRight(width), next, "no column");
            }

            WriteLine(source, statements[number].PadRight(width), next++, columns[number].Name + Note(columns[number]));
        }
    }

    private static void WriteLine(SourceWriter source, string statement, int ordinal, string comment) =>
        source.Line($"{statement}   // {Invariant.Text(ordinal)} {comment}");

    private static string Statement(RowModel row, FieldModel field)
    {
        string value = field.Converter is { } converter ? Converted(field, converter) : field.Value;
        return field.JsonType is { } json
            ? $"csv.{field.Codec.Write}({value}, {row.JsonHolder}.{json});"
            : $"csv.{field.Codec.Write}({value});";
    }

    private static string Converted(FieldModel field, ConverterModel converter) =>
        field.IsNullable
            ? $"{field.Value} is {{ }} value{Invariant.Text(field.Ordinal)} "
                + $"? ({converter.Field}?){converter.Type}.ToField(value{Invariant.Text(field.Ordinal)}) : null"
            : $"{converter.Type}.ToField({field.Value})";

    private static string Note(ColumnModel column) =>
        column switch
        {
            { Declared.Transform: not KustoTransform.None } => $": {column.Declared.Transform}",
            { Type: KustoType.Dynamic } => ": JSON",
            { Field.Codec.Write: "WriteBase64" } => ": base64",
            { Field.IsNullable: true } => ": empty when null",
            _ => "",
        };
}
