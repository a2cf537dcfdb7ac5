using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Schema;

/// <summary>Tables as somebody saved them: the answer to a <c>.show</c> command, another build's file or assembly.</summary>
internal static class SavedTables
{
    /// <summary>Reads the file. A <c>cslschema</c> is a table's name, a tab and its columns, a line for each table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="declared">The declared tables: where there is one, a <c>cslschema</c> needs no name.</param>
    /// <exception cref="UsageException">The file is none of these.</exception>
    public static IReadOnlyList<StoredTable> Read(string path, IReadOnlyList<TableSchema> declared)
    {
        if (Path.GetExtension(path).ToUpperInvariant() is ".DLL" or ".EXE")
        {
            return [.. DeclaredTables.Read(path).Select(StoredTables.Of)];
        }

        string text = File.ReadAllText(path).Trim();
        try
        {
            return text.StartsWith('{') ? StoredSchemaParser.Parse(text) : [.. Lines(text).Select(line => Table(line, declared))];
        }
        catch (FormatException exception)
        {
            throw new UsageException(
                $"'{path}' is no saved schema: {exception.Message} Save the answer to '.show database D schema as json', "
                + "'.show table T schema as json' or '.show table T cslschema', or name another build's schema.json.");
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("TableName\t", StringComparison.Ordinal));

    // Whoever copies the whole row has database, folder and docstring behind the schema.
    private static StoredTable Table(string line, IReadOnlyList<TableSchema> declared)
    {
        string[] parts = line.Split('\t');
        return parts.Length > 1 ? StoredSchemaParser.ParseCslSchema(parts[0], parts[1])
            : declared.Count == 1 ? StoredSchemaParser.ParseCslSchema(declared[0].Name, line)
            : throw new FormatException(
                $"with {declared.Count} declared tables a line is a table's name, a tab and its cslschema; found '{line}'.");
    }
}
