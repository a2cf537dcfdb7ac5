using Kusto.Typed.Commands;
using Kusto.Typed.Local.Management.Policies;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>The answer to <c>.show database D schema as csl script</c>: the commands that make the schema again.</summary>
internal static class SchemaScript
{
    private const string Encodings = "IncludeEncodingPolicies";
    private const string Security = "IncludeSecuritySettings";
    private const string Mappings = "IncludeIngestionMappings";

    public static ResultTable Of(CommandContext context)
    {
        // There is nothing obfuscated here that could be shown.
        CommandProperties options = CommandProperties.Read(context.Text, Encodings, Security, Mappings, "ShowObfuscatedStrings");
        context.Text.ExpectEnd();
        return new ResultTable(
            ResultColumn.Strings("DatabaseSchemaScript"),
            [.. Commands(context.Database, options).Select(static command => (object?[])[command])]);
    }

    // All tables come first: an update policy names others.
    private static IEnumerable<string> Commands(DatabaseStore database, CommandProperties options)
    {
        Table[] tables = [.. database.Tables.Values];
        string ofDatabase = $"database {KustoText.Name(database.Name)}";
        IEnumerable<string> commands = tables.SelectMany(Texts);
        if (IsWanted(options, Mappings))
        {
            commands = commands
                .Concat(tables.SelectMany(static table => MappingsOf(table.Mappings.Values, $"table {KustoText.Name(table.Name)}")))
                .Concat(MappingsOf(database.Mappings.Values, ofDatabase));
        }

        if (IsWanted(options, Encodings))
        {
            commands = commands.Concat(tables.SelectMany(EncodingsOf));
        }

        bool isSecurityWanted = IsWanted(options, Security);
        return commands
            .Concat(tables.SelectMany(table => Policies(table.Policies, $"table {KustoText.Name(table.Name)}", isSecurityWanted)))
            .Concat(Policies(database.Policies, ofDatabase, isSecurityWanted));
    }

    private static bool IsWanted(CommandProperties options, string option) => options[option] is null || options.IsTrue(option);

    private static IEnumerable<string> Texts(Table table)
    {
        string name = KustoText.Name(table.Name);
        string columns = string.Join(
            ", ", table.Columns.Select(static column => $"{KustoText.Name(column.Name)}:{column.Type.ToKusto()}"));
        string[] texts =
        [
            .. table.Folder is { } folder ? [$"folder={KustoText.Literal(folder)}"] : (string[])[],
            .. table.DocString is { } docString ? [$"docstring={KustoText.Literal(docString)}"] : (string[])[],
        ];
        yield return $".create-merge table {name} ({columns})"
            + (texts.Length > 0 ? $" with ({string.Join(", ", texts)})" : "");
        string docStrings = string.Join(", ", table.Columns.Where(static column => column.DocString is not null)
            .Select(static column => $"{KustoText.Name(column.Name)}:{KustoText.Literal(column.DocString!)}")); // filtered above
        if (docStrings.Length > 0)
        {
            yield return $".alter-merge table {name} column-docstrings ({docStrings})";
        }
    }

    private static IEnumerable<string> MappingsOf(IEnumerable<MappingDefinition> mappings, string owner) =>
        mappings.OrderBy(static mapping => mapping.Key.Name, StringComparer.Ordinal).Select(mapping =>
            $".create-or-alter {owner} ingestion {mapping.Key.Kind.ToString().ToLowerInvariant()} mapping "
            + $"{KustoText.Literal(mapping.Key.Name)} {KustoText.JsonLiteral(mapping.Shown)}");

    private static IEnumerable<string> EncodingsOf(Table table) =>
        table.Columns.Where(static column => column.Encoding != ColumnEncoding.Null).Select(column =>
            $".alter column {KustoText.Name(table.Name)}.{KustoText.Name(column.Name)} policy encoding type='{column.Encoding}'");

    private static IEnumerable<string> Policies(
        IReadOnlyDictionary<string, string> policies, string owner, bool withSecurity) =>
        PolicyCommands.Kinds
            .Where(kind => policies.ContainsKey(kind.Word) && (withSecurity || !kind.IsSecurity))
            .Select(kind => $".alter {owner} policy {kind.Word} {kind.Argument(policies[kind.Word])}");
}
