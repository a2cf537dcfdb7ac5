using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads what <see cref="TableSchema.ToJson"/> writes: the schema that a build leaves in an assembly or a file.</summary>
public static class TableSchemaParser
{
    /// <summary>The version of the file that is understood here.</summary>
    private const int Version = 1;

    /// <summary>Reads one table.</summary>
    /// <exception cref="FormatException">The text is no table's schema.</exception>
    public static TableSchema Parse(string json)
    {
        using JsonDocument document = JsonMembers.Parse(json, "a table's schema");
        return Table(document.RootElement);
    }

    /// <summary>Reads a <c>schema.json</c>: an object with its <c>version</c> and its <c>tables</c>.</summary>
    /// <exception cref="FormatException">The text is no such file, or one of a later version.</exception>
    public static IReadOnlyList<TableSchema> ParseDocument(string json)
    {
        using JsonDocument document = JsonMembers.Parse(json, "a schema file");
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || JsonMembers.Find(root, "version") is not { ValueKind: JsonValueKind.Number } version
            || JsonMembers.Find(root, "tables") is not { ValueKind: JsonValueKind.Array } tables)
        {
            throw new FormatException("A schema file is a JSON object with 'version' and 'tables', as a build writes it.");
        }

        return version.TryGetInt32(out int number) && number == Version
            ? [.. tables.EnumerateArray().Select(Table)]
            : throw new FormatException(
                $"The schema file is of version {version}, and this is understood up to {Version}: take a newer tool.");
    }

    private static TableSchema Table(JsonElement json)
    {
        TableSchemaBuilder table;
        try
        {
            table = TableSchema.Define(Required(json, "table", "The table"));
            AddColumns(table, json);
            AddDeclarations(table, json);
            return table.Build();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"The table's schema cannot be: {exception.Message}", exception);
        }
    }

    private static void AddColumns(TableSchemaBuilder table, JsonElement json)
    {
        if (JsonMembers.Find(json, "columns") is not { ValueKind: JsonValueKind.Array } columns)
        {
            throw new FormatException("The table's schema has no 'columns', which is an array.");
        }

        foreach (JsonElement column in columns.EnumerateArray())
        {
            AddColumn(table, column);
        }
    }

    private static void AddColumn(TableSchemaBuilder table, JsonElement column)
    {
        string name = Required(column, "name", "A column");
        string type = Required(column, "type", $"The column '{name}'");
        table.Column(
            name,
            KustoTypeNames.TryParse(type, out KustoType known)
                ? known
                : throw new FormatException($"The column '{name}' is of type '{type}', which is none of Kusto's ten."),
            JsonMembers.Text(column, "docString"));
        if (JsonMembers.Text(column, "transform") is { } transform)
        {
            table.Transform(Parsed<KustoTransform>(name, transform));
        }

        if (JsonMembers.Find(column, "ordinal") is { ValueKind: JsonValueKind.Number } ordinal)
        {
            table.Ordinal(ordinal.GetInt32());
        }

        if (JsonMembers.Text(column, "constantValue") is { } constant)
        {
            table.Constant(constant);
        }

        if (JsonMembers.Text(column, "encoding") is { } encoding)
        {
            table.Encoding(Parsed<KustoEncoding>(name, encoding));
        }

        if (JsonMembers.Text(column, "renamedFrom") is { } former)
        {
            table.RenamedFrom(former);
        }
    }

    private static void AddDeclarations(TableSchemaBuilder table, JsonElement json)
    {
        if (JsonMembers.Text(json, "folder") is { } folder)
        {
            table.Folder(folder);
        }

        if (JsonMembers.Text(json, "docString") is { } docString)
        {
            table.DocString(docString);
        }

        table.Mapping(Required(json, "mapping", "The table"));
        if (JsonMembers.Find(json, "policies") is { ValueKind: JsonValueKind.Object } policies)
        {
            foreach (JsonProperty policy in policies.EnumerateObject())
            {
                table.Policy(TablePolicyParser.Parse(policy.Name, policy.Value));
            }
        }
    }

    private static TEnum Parsed<TEnum>(string column, string text)
        where TEnum : struct, Enum =>
        Enum.TryParse(text, out TEnum value) && !int.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? value
            : throw new FormatException($"The column '{column}' has '{text}', which is no {typeof(TEnum).Name}.");

    private static string Required(JsonElement json, string name, string what) =>
        JsonMembers.Text(json, name) ?? throw new FormatException($"{what} has no '{name}', which is a text.");
}
