using System.Text.Json;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads schemas that <c>.show</c> commands answered, from a cluster or from a file that somebody saved.</summary>
public static class StoredSchemaParser
{
    /// <summary>
    /// Reads the JSON of <c>.show database … schema as json</c>, of <c>.show table … schema as json</c>, or a
    /// <c>schema.json</c> that a build wrote.
    /// </summary>
    /// <returns>The tables in the order of the text; of several databases all of them.</returns>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static IReadOnlyList<StoredTable> Parse(string json)
    {
        using JsonDocument document = JsonMembers.Parse(json, "a schema");
        JsonElement root = document.RootElement;
        if (JsonMembers.Find(root, "Databases") is { ValueKind: JsonValueKind.Object } databases)
        {
            return [.. databases.EnumerateObject().SelectMany(database => TablesOf(database.Value))];
        }

        if (JsonMembers.Find(root, "OrderedColumns") is not null)
        {
            return [Table(root)];
        }

        return JsonMembers.Find(root, "version") is not null
            ? [.. TableSchemaParser.ParseDocument(json).Select(StoredTables.Of)]
            : throw new FormatException(
                "The JSON is no schema: it has neither 'Databases' (.show database schema as json), nor 'OrderedColumns' "
                + "(.show table schema as json), nor 'version' and 'tables' (a build's schema.json).");
    }

    /// <summary>Reads the text of <c>.show table … cslschema</c>, such as <c>At:datetime,Device:guid</c>.</summary>
    /// <param name="table">The table's name, which is not in the text.</param>
    /// <param name="columns">The text; names may stand in brackets and quotes.</param>
    /// <exception cref="FormatException">The text is none.</exception>
    public static StoredTable ParseCslSchema(string table, string columns)
    {
        List<StoredColumn> found = [];
        foreach (string declaration in CslColumns.Split(columns))
        {
            int colon = declaration.LastIndexOf(':');
            string name = colon < 0 ? "" : CslColumns.Unquoted(declaration[..colon].Trim());
            string type = TypeAliases.Canonical(declaration[(colon + 1)..].Trim());
            found.Add(name.Length > 0 && type.Length > 0
                ? new StoredColumn(name, type)
                : throw new FormatException(
                    $"'{declaration.Trim()}' is no column of a cslschema; expected a name, a colon and a type, as in 'At:datetime'."));
        }

        return new StoredTable(table, found);
    }

    private static IEnumerable<StoredTable> TablesOf(JsonElement database) =>
        JsonMembers.Find(database, "Tables") is { ValueKind: JsonValueKind.Object } tables
            ? tables.EnumerateObject().Select(table => Table(table.Value))
            : [];

    private static StoredTable Table(JsonElement table)
    {
        string name = JsonMembers.Text(table, "Name") ?? throw new FormatException("A table of the schema has no 'Name'.");
        return JsonMembers.Find(table, "OrderedColumns") is { ValueKind: JsonValueKind.Array } columns
            ? new StoredTable(name, [.. columns.EnumerateArray().Select(column => Column(name, column))])
            {
                Folder = JsonMembers.Text(table, "Folder") ?? "",
                DocString = JsonMembers.Text(table, "DocString") ?? "",
            }
            : throw new FormatException($"The table '{name}' of the schema has no 'OrderedColumns'.");
    }

    private static StoredColumn Column(string table, JsonElement column) =>
        new(
            JsonMembers.Text(column, "Name") ?? throw new FormatException($"A column of the table '{table}' has no 'Name'."),
            TypeAliases.Canonical(JsonMembers.Text(column, "CslType") ?? ClrTypeNames.ToKusto(JsonMembers.Text(column, "Type") ?? "")))
        {
            DocString = JsonMembers.Text(column, "DocString") ?? "",
        };
}
