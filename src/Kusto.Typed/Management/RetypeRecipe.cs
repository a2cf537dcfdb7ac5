using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Management;

/// <summary>How a column gets another type and its values stay: a new table is filled and takes the other's place.</summary>
internal static class RetypeRecipe
{
    public static string Of(TableSchema table, StoredTable found)
    {
        TableSchemaBuilder copy = TableSchema.Define(table.Name + "_new");
        List<string> columns = [];
        IReadOnlyDictionary<ColumnSchema, StoredColumn> counterparts = ColumnComparer.Counterparts(table, found);
        foreach (ColumnSchema column in table.Columns)
        {
            copy.Column(column.Name, column.Type);
            columns.Add(Projection(column, counterparts.GetValueOrDefault(column)));
        }

        // What others added comes along: the old table is to be dropped.
        HashSet<StoredColumn> taken = [.. counterparts.Values];
        foreach (StoredColumn extra in found.Columns.Where(column => !taken.Contains(column)))
        {
            if (KustoTypeNames.TryParse(extra.Type, out KustoType type))
            {
                copy.Column(extra.Name, type);
                columns.Add(KustoText.Name(extra.Name));
            }
        }

        TableSchema filled = copy.Build();
        return string.Join(
            "\n",
            "Changed in place, the values that are there would be null for ever. To keep them, while nothing is ingested:",
            "  " + TableCommands.CreateMerge(filled),
            $"  .set-or-append async {KustoText.Name(filled.Name)} <| {KustoText.Name(table.Name)} | project {string.Join(", ", columns)}",
            $"  {TableCommands.SwapTables(table.Name, filled.Name)}",
            $"then apply the schema again, for mapping and policies, compare the counts, and drop {KustoText.Name(filled.Name)}.");
    }

    private static string Projection(ColumnSchema column, StoredColumn? found)
    {
        string name = KustoText.Name(column.Name);
        string type = column.Type.ToKusto();
        if (found is null)
        {
            return column.Type == KustoType.String ? $"{name}=\"\"" : $"{name}={type}(null)";
        }

        string value = KustoText.Name(found.Name);
        return found.Type != type ? $"{name}=to{type}({value})"
            : found.Name != column.Name ? $"{name}={value}"
            : name;
    }
}
