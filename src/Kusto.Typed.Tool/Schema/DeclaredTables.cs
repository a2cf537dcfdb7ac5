using Kusto.Typed.Build.Metadata;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Schema;

/// <summary>The tables that types declare: out of an assembly's metadata, or of the <c>schema.json</c> that a build left.</summary>
internal static class DeclaredTables
{
    /// <exception cref="UsageException">The file is missing, neither of the two, or declares no table.</exception>
    public static IReadOnlyList<TableSchema> Read(string path)
    {
        IReadOnlyList<TableSchema> tables;
        try
        {
            tables = IsAssembly(path)
                ? [.. AssemblyTables.Read(path).Select(table => TableSchemaParser.Parse(table.Json))]
                : TableSchemaParser.ParseDocument(File.ReadAllText(path));
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
}
