using Kusto.Typed.Build.Metadata;

namespace Kusto.Typed.Build.Scripts;

/// <summary>Collects the tables of a project and of what it references.</summary>
internal static class ProjectTables
{
    /// <summary>The project's tables by name, then those of each referenced assembly.</summary>
    /// <remarks>By name, since the order of source files, and with it that of metadata, differs between machines.</remarks>
    /// <exception cref="AssemblyNotReadableException">An assembly cannot be read.</exception>
    /// <exception cref="KustoBuildException">Two assemblies declare one table.</exception>
    public static IReadOnlyList<ProjectTable> Read(string assembly, IEnumerable<string> references)
    {
        List<ProjectTable> tables = [.. Of(assembly, isOwn: true)];
        tables.AddRange(references
            .Distinct(StringComparer.Ordinal)
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .SelectMany(reference => Of(reference, isOwn: false)));
        CheckNames(assembly, tables);
        return tables;
    }

    private static IEnumerable<ProjectTable> Of(string assembly, bool isOwn) =>
        AssemblyTables.Read(assembly)
            .OrderBy(table => table.Name, StringComparer.Ordinal)
            .ThenBy(table => table.Json, StringComparer.Ordinal)
            .Select(table => new ProjectTable(table, Path.GetFileNameWithoutExtension(assembly), isOwn));

    // Several types of one assembly may share a table: the compiler has seen to it that they fit.
    private static void CheckNames(string assembly, IReadOnlyList<ProjectTable> tables)
    {
        Dictionary<string, string> owners = [];
        foreach (ProjectTable declared in tables)
        {
            if (!owners.TryGetValue(declared.Table.Name, out string? owner))
            {
                owners.Add(declared.Table.Name, declared.Assembly);
            }
            else if (owner != declared.Assembly)
            {
                throw new KustoBuildException(
                    KustoBuildException.DeclaredTwice,
                    assembly,
                    $"The table '{declared.Table.Name}' is declared by two assemblies, '{owner}' and "
                    + $"'{declared.Assembly}', and one script cannot say which is right: keep one of the types, give the "
                    + "other table another name, or set KustoSchemaEnabled to false in the project that needs no script.");
            }
        }
    }
}
