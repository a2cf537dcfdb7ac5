using Kusto.Typed.Build.Metadata;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Schema;

/// <summary>The tables that types declare: out of an assembly's metadata, or of the <c>schema.json</c> that a build left.</summary>
internal static class DeclaredTables
{
    /// <exception cref="UsageException">The file is missing, neither of the two, or declares no table.</exception>
    public static IReadOnlyList<TableSchema> Read(string path) => [.. ReadAll(path).Select(declared => declared.Table)];

    /// <summary>The table that a type declares, by the table's name or the type's, with its namespace or without.</summary>
    /// <exception cref="UsageException">There is none, or the type's name alone says too little.</exception>
    public static TableSchema Find(string path, string name)
    {
        IReadOnlyList<DeclaredTable> tables = ReadAll(path);
        DeclaredTable[] found = [.. tables.Where(declared => declared.Table.Name == name || declared.Type == name)];
        found = found.Length > 0
            ? found
            : [.. tables.Where(declared => declared.Type?.EndsWith("." + name, StringComparison.Ordinal) == true)];
        return found switch
        {
            [var one] => one.Table,
            [] => throw new UsageException($"'{path}' declares no table '{name}'; it declares {List(tables)}."),
            _ => throw new UsageException($"'{name}' may be {List(found)} of '{path}': name the type in full."),
        };
    }

    private static string List(IEnumerable<DeclaredTable> tables) => string.Join(
        ", ",
        tables.Select(declared => declared.Type is null ? declared.Table.Name : $"{declared.Table.Name} ({declared.Type})"));

    private static IReadOnlyList<DeclaredTable> ReadAll(string path)
    {
        IReadOnlyList<DeclaredTable> tables;
        try
        {
            tables = IsAssembly(path)
                ? [.. AssemblyTables.Read(path).Select(table => new DeclaredTable(table.Type, TableSchemaParser.Parse(table.Json)))]
                : [.. TableSchemaParser.ParseDocument(File.ReadAllText(path)).Select(table => new DeclaredTable(null, table))];
        }
        catch (AssemblyNotReadableException exception)
        {
            throw new UsageException(exception.Message);
        }
        catch (FormatException exception)
        {
            throw new UsageException(
                $"'{path}' has no declared tables: {exception.Message} Name an assembly (.dll), or the kusto/schema.json of a build.");
        }

        return tables.Count > 0
            ? tables
            : throw new UsageException($"'{path}' declares no table: it has no type with [KustoTable].");
    }

    private static bool IsAssembly(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".DLL" or ".EXE";

    private sealed record DeclaredTable(string? Type, TableSchema Table);
}
