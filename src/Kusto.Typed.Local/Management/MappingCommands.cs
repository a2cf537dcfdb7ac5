using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands about CSV mappings, from the name of the mapping on.</summary>
internal static class MappingCommands
{
    private static readonly ResultColumn[] s_columns =
    [
        new("Name", KustoType.String),
        new("Kind", KustoType.String),
        new("Mapping", KustoType.String),
        new("LastUpdatedOn", KustoType.DateTime),
        new("Database", KustoType.String),
        new("Table", KustoType.String),
    ];

    /// <summary>Reads <c>ingestion csv mapping</c>, if that is what the command is about.</summary>
    public static bool TryKind(CommandContext context)
    {
        if (!context.Text.TryWord("ingestion"))
        {
            return false;
        }

        if (!context.Text.TryWords("csv", "mapping"))
        {
            throw Refusal.NotSupported("The local endpoint keeps ingestion mappings of the kind csv only.");
        }

        return true;
    }

    public static ResultTable Create(CommandContext context, string table) =>
        Set(context, table, static (current, name) =>
            current.Mappings.ContainsKey(name)
                ? throw Refusal.AlreadyExists(
                    $"The table '{current.Name}' has a CSV mapping '{name}' already. Use .alter or .create-or-alter.")
                : true);

    public static ResultTable Alter(CommandContext context, string table) =>
        Set(context, table, static (current, name) =>
            current.Mappings.ContainsKey(name)
                ? true
                : throw Refusal.MappingNotFound(current.Name, name, current.Mappings.Keys));

    public static ResultTable CreateOrAlter(CommandContext context, string table) =>
        Set(context, table, static (_, _) => true);

    public static ResultTable Drop(CommandContext context, string table)
    {
        string name = context.Text.ReadLiteral();
        context.Text.ExpectEnd();
        Table changed = context.Database.Change(
            table,
            current => current.Mappings.ContainsKey(name)
                ? current with { Mappings = current.Mappings.Remove(name) }
                : throw Refusal.MappingNotFound(table, name, current.Mappings.Keys));
        return Listed(context, changed, changed.Mappings.Values);
    }

    /// <summary>Answers <c>.show table T ingestion [csv] mapping[s]</c>.</summary>
    public static ResultTable Show(CommandContext context, string table)
    {
        Table current = context.Database.Require(table);
        context.Text.TryWord("csv");
        if (context.Text.TryWord("mappings"))
        {
            context.Text.ExpectEnd();
            return Listed(context, current, current.Mappings.Values);
        }

        context.Text.ExpectWord("mapping");
        string name = context.Text.ReadLiteral();
        context.Text.ExpectEnd();
        return current.Mappings.TryGetValue(name, out CsvMappingDefinition? mapping)
            ? Listed(context, current, [mapping])
            : throw Refusal.MappingNotFound(table, name, current.Mappings.Keys);
    }

    private static ResultTable Set(CommandContext context, string table, Func<Table, string, bool> allow)
    {
        string name = context.Text.ReadLiteral();
        string json = context.Text.ReadLiteral();

        // There is room for any number of mappings here, so that none is ever dropped for another.
        CommandProperties.Read(context.Text, "removeOldestIfRequired");
        context.Text.ExpectEnd();
        CsvMappingDefinition? mapping = null;
        Table changed = context.Database.Change(table, current =>
        {
            allow(current, name);
            mapping = new CsvMappingDefinition(
                ColumnList.CheckedName(name, "mapping"), MappingParser.Parse(json, current), context.Now);
            return current with { Mappings = current.Mappings.SetItem(name, mapping) };
        });
        return Listed(context, changed, [mapping!]); // the change has set it or thrown
    }

    private static ResultTable Listed(CommandContext context, Table table, IEnumerable<CsvMappingDefinition> mappings) =>
        new(
            s_columns,
            [
                .. mappings.OrderBy(static mapping => mapping.Name, StringComparer.Ordinal).Select(mapping => (object?[])
                [
                    mapping.Name, "Csv", SchemaJson.Of(mapping), mapping.LastUpdatedOn, context.Database.Name, table.Name,
                ]),
            ]);
}
