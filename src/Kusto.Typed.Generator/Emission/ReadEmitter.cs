using Kusto.Typed.Generator.Model;

namespace Kusto.Typed.Generator.Emission;

/// <summary>The method that reads a row: a constructor's arguments, then what is set behind it.</summary>
internal static class ReadEmitter
{
    public static void Write(SourceWriter source, RowModel row, string owner)
    {
        string[] arguments = [.. Values(row, column => column.Parameter, ": ")];
        string[] members = [.. Values(row, column => column.IsInitialized ? column.Property : null, " = ")];
        source.Line(GeneratedCode.Attribute);
        source.Line($"static {row.Type.Name} {owner}.Read(ref global::Kusto.Typed.Csv.KustoRecordReader record) =>");
        source.Deeper(() => WriteCreation(source, arguments, members));
    }

    private static void WriteCreation(SourceWriter source, string[] arguments, string[] members)
    {
        string end = members.Length > 0 ? "" : ";";
        if (arguments.Length == 0)
        {
            source.Line($"new(){end}");
        }
        else
        {
            source.Line("new(");
            source.Deeper(() => source.Lines(string.Join(",\n", arguments) + ")" + end));
        }

        if (members.Length > 0)
        {
            source.Open();
            source.Lines(string.Join(",\n", members) + ",");
            source.Close(";");
        }
    }

    private static IEnumerable<string> Values(RowModel row, Func<ColumnModel, string?> name, string separator) =>
        row.Columns
            .Select((column, ordinal) =>
                name(column) is { } target ? target + separator + Value(row, column, ordinal) : null)
            .OfType<string>();

    private static string Value(RowModel row, ColumnModel column, int ordinal)
    {
        string place = Invariant.Text(ordinal);
        string value = column.JsonType is { } json
            ? $"record.{column.Codec.Read}({place}, {row.JsonHolder}.{json})"
            : $"record.{column.Codec.Read}({place})";
        return column.WhenNull is { } whenNull ? $"record.IsNull({place}) ? {whenNull} : {value}" : value;
    }
}
