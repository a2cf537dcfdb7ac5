using Kusto.Typed.Generator.Model;

namespace Kusto.Typed.Generator.Emission;

/// <summary>The method that reads a row: a constructor's arguments, then what is set behind it.</summary>
internal static class ReadEmitter
{
    public static void Write(SourceWriter source, RowModel row, string owner)
    {
        source.Line(GeneratedCode.Attribute);
        source.Line($"static {row.Row} {owner}.Read(ref global::Kusto.Typed.Csv.KustoRecordReader record) =>");
        source.Deeper(() => WriteCreation(source, row, row.Reading, before: "", end: ";"));
    }

    private static void WriteCreation(
        SourceWriter source, RowModel row, CreationModel creation, string before, string end)
    {
        bool hasMembers = creation.Members.Count > 0;
        string opening = before + (creation.Type.Length > 0 ? $"new {creation.Type}" : "new");
        if (creation.Arguments.Count == 0)
        {
            source.Line(opening + "()" + (hasMembers ? "" : end));
        }
        else
        {
            source.Line(opening + "(");
            source.Deeper(() => WriteValues(
                source, row, creation.Arguments, ": ", last: ")" + (hasMembers ? "" : end)));
        }

        if (hasMembers)
        {
            source.Open();
            WriteValues(source, row, creation.Members, " = ", last: ",");
            source.Close(end);
        }
    }

    private static void WriteValues(
        SourceWriter source, RowModel row, EquatableArray<MemberValueModel> values, string separator, string last)
    {
        for (int number = 0; number < values.Count; number++)
        {
            MemberValueModel value = values[number];
            string end = number < values.Count - 1 ? "," : last;
            if (value.Creation is null)
            {
                source.Line(value.Target + separator + Value(row, value.Column) + end);
            }
            else
            {
                source.Line(value.Target + separator.TrimEnd() + NullCase(value.NullColumns));
                source.Deeper(() => WriteCreation(source, row, value.Creation, before: "", end));
            }
        }
    }

    // Columns that follow one another are asked for at once.
    private static string NullCase(EquatableArray<int> columns)
    {
        if (columns.Count == 0)
        {
            return "";
        }

        int first = columns.Min();
        bool isRun = columns.Max() - first == columns.Count - 1;
        string condition = isRun
            ? $"record.AreNull({Invariant.Text(first)}, {Invariant.Text(columns.Max())})"
            : string.Join(" && ", columns.Select(column => $"record.IsNull({Invariant.Text(column)})"));
        return $" {condition} ? null :";
    }

    private static string Value(RowModel row, int position)
    {
        FieldModel field = row.Columns[position].Field!;
        string place = Invariant.Text(position);
        string more = field.JsonType is { } json ? $", {row.JsonHolder}.{json}"
            : field.Codec.ReadArgument is { } argument ? $", {argument}"
            : "";
        string read = $"record.{field.Codec.Read}({place}{more})";
        string value = field.Converter is { } converter ? $"{converter.Type}.FromField({read})" : read;
        return field.WhenNull is { } whenNull ? $"record.IsNull({place}) ? {whenNull} : {value}" : value;
    }
}
