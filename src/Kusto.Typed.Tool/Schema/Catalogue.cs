using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Output;
using Spectre.Console;

namespace Kusto.Typed.Tool.Schema;

/// <summary>Tables and their columns for people to read.</summary>
internal static class Catalogue
{
    private static readonly string[] s_headings = ["ordinal", "column", "type", "notes"];

    public static void Write(IReadOnlyList<TableSchema> tables, OutputFormat format, ToolInvocation invocation)
    {
        switch (format)
        {
            case OutputFormat.Json:
                invocation.Output.WriteLine($$"""{"version":1,"tables":[{{string.Join(",", tables.Select(table => table.ToJson()))}}]}""");
                break;
            case OutputFormat.Markdown:
                WriteMarkdown(tables, invocation.Output);
                break;
            default:
                WriteText(tables, invocation.Console);
                break;
        }
    }

    private static void WriteText(IReadOnlyList<TableSchema> tables, IAnsiConsole console)
    {
        foreach (TableSchema table in tables)
        {
            Table grid = new() { Border = TableBorder.Rounded, Title = new TableTitle(Markup.Escape(table.Name)) };
            grid.AddColumns([.. s_headings.Select(heading => new TableColumn(heading))]);
            foreach (ColumnSchema column in table.Columns)
            {
                grid.AddRow([.. Cells(column).Select(cell => new Text(cell))]);
            }

            console.Write(grid);
            foreach (string line in Lines(table))
            {
                console.WriteLine(line);
            }

            console.WriteLine();
        }
    }

    private static void WriteMarkdown(IReadOnlyList<TableSchema> tables, TextWriter output)
    {
        foreach (TableSchema table in tables)
        {
            output.WriteLine($"## {table.Name}\n");
            output.WriteLine($"| {string.Join(" | ", s_headings)} |");
            output.WriteLine("| ---: | --- | --- | --- |");
            foreach (ColumnSchema column in table.Columns)
            {
                output.WriteLine($"| {string.Join(" | ", Cells(column).Select(MarkdownCell))} |");
            }

            output.WriteLine();
            foreach (string line in Lines(table))
            {
                output.WriteLine($"- {line.ReplaceLineEndings(" ")}");
            }

            output.WriteLine();
        }
    }

    private static string[] Cells(ColumnSchema column) =>
        [FormattableString.Invariant($"{column.Ordinal}"), column.Name, column.Type.ToKusto(), string.Join("; ", Notes(column))];

    private static IEnumerable<string> Notes(ColumnSchema column)
    {
        if (column.DocString is { } docString)
        {
            yield return docString.ReplaceLineEndings(" ");
        }

        if (column.ConstantValue is { } constant)
        {
            yield return $"always '{constant}'";
        }

        if (column.Transform != KustoTransform.None)
        {
            yield return $"by {column.Transform}";
        }

        if (column.Encoding != KustoEncoding.Default)
        {
            yield return $"kept as {column.Encoding}";
        }

        if (column.RenamedFrom is { } former)
        {
            yield return $"was '{former}'";
        }
    }

    private static IEnumerable<string> Lines(TableSchema table)
    {
        if (table.DocString is { } docString)
        {
            yield return docString;
        }

        if (table.Folder is { } folder)
        {
            yield return $"folder {folder}";
        }

        yield return $"mapping {table.Mapping.Name}";
        foreach (TablePolicy policy in table.Policies)
        {
            yield return $"policy {policy}";
        }
    }

    private static string MarkdownCell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
