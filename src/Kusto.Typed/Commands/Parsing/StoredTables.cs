using Kusto.Typed.Schema;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>A declared schema as if it were found somewhere: what a table would be that has just been made of it.</summary>
public static class StoredTables
{
    /// <summary>The table with all that the schema declares, and nothing else.</summary>
    public static StoredTable Of(TableSchema table) =>
        new(table.Name, [.. table.Columns.Select(Column)])
        {
            Folder = table.Folder ?? "",
            DocString = table.DocString ?? "",
            CsvMappings = [new StoredMapping(table.Mapping.Name, MappingParser.Parse(table.Mapping.ToJson()))],
            Policies = table.Policies.ToDictionary(policy => policy.CommandName, policy => policy.Json, StringComparer.Ordinal),
        };

    private static StoredColumn Column(ColumnSchema column) => new(column.Name, column.Type.ToKusto())
    {
        DocString = column.DocString ?? "",
        Encoding = column.Encoding == KustoEncoding.Default ? "" : column.Encoding.ToString(),
    };
}
