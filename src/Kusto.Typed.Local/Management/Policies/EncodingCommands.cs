using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>The encoding policy of a column, from <c>encoding</c> on.</summary>
internal static class EncodingCommands
{
    /// <summary>Reads <c>type='Vector16'</c>; without a type the column has the usual encoding again.</summary>
    public static ResultTable Alter(CommandContext context, string table, string column)
    {
        ExpectKind(context);
        ColumnEncoding encoding = ColumnEncoding.Null;
        if (context.Text.TryWord("type"))
        {
            context.Text.Expect('=');
            encoding = Parse(context.Text.ReadLiteral());
        }

        return Set(context, table, column, encoding);
    }

    public static ResultTable Delete(CommandContext context, string table, string column)
    {
        ExpectKind(context);
        return Set(context, table, column, ColumnEncoding.Null);
    }

    public static ResultTable Show(CommandContext context, Table table, string column)
    {
        ExpectKind(context);
        context.Text.ExpectEnd();
        return Answer(context, table, TableChanges.Require(table, column));
    }

    private static void ExpectKind(CommandContext context)
    {
        if (!context.Text.TryWord("encoding"))
        {
            throw Refusal.NotSupported("The local endpoint keeps the policy encoding of columns only.");
        }
    }

    private static ResultTable Set(CommandContext context, string table, string column, ColumnEncoding encoding)
    {
        context.Text.ExpectEnd();
        Table changed = context.Database.Change(
            table,
            current => TableChanges.WithColumn(current, column, found => Checked(found, encoding)));
        return Answer(context, changed, TableChanges.Require(changed, column));
    }

    private static Column Checked(Column column, ColumnEncoding encoding)
    {
        bool fits = encoding switch
        {
            ColumnEncoding.Vector16 => column.Type == KustoType.Dynamic,
            ColumnEncoding.BigObject or ColumnEncoding.BigObject32 =>
                column.Type is KustoType.String or KustoType.Dynamic,
            _ => true,
        };
        string wanted = encoding == ColumnEncoding.Vector16 ? "dynamic" : "string or dynamic";
        return fits
            ? column with { Encoding = encoding }
            : throw Refusal.Invalid(
                $"The encoding {encoding} is for columns of type {wanted}, and the column '{column.Name}' is of type "
                + $"{column.Type.ToKusto()}.");
    }

    private static ColumnEncoding Parse(string name)
    {
        foreach (ColumnEncoding encoding in Enum.GetValues<ColumnEncoding>())
        {
            if (string.Equals(encoding.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return encoding;
            }
        }

        throw Refusal.Invalid(
            $"'{name}' is no encoding of a column. There are: {string.Join(", ", Enum.GetNames<ColumnEncoding>())}.");
    }

    private static ResultTable Answer(CommandContext context, Table table, Column column) =>
        PolicyResults.Of(
            "EncodingPolicy",
            $"[{context.Database.Name}].[{table.Name}].[{column.Name}]",
            column.Encoding == ColumnEncoding.Null ? null : $$"""{"Type":"{{column.Encoding}}"}""",
            "Column");
}
