using Kusto.Typed.Commands;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Management;

/// <summary>Compares a declared table with one that was found.</summary>
/// <remarks>What the type does not declare and what is not known of the found one is not compared.</remarks>
internal static class SchemaComparer
{
    public static IEnumerable<SchemaDifference> Compare(TableSchema table, StoredTable? found)
    {
        if (found is null)
        {
            return
            [
                new SchemaDifference(SchemaDifferenceKind.TableMissing, SchemaChangeClass.Safe, table.Name)
                {
                    Expected = $"{table.Columns.Count} columns",
                    Commands = [.. TableCommands.Script(table)],
                },
            ];
        }

        return ColumnComparer.Compare(table, found)
            .Concat(Texts(table, found))
            .Concat(MappingComparer.Compare(table, found))
            .Concat(table.Policies.SelectMany(policy => PolicyComparer.Compare(table, policy, found)));
    }

    /// <summary>A text as a message shows it.</summary>
    internal static string Shown(string? text) => string.IsNullOrEmpty(text) ? "empty" : KustoText.Literal(text);

    private static IEnumerable<SchemaDifference> Texts(TableSchema table, StoredTable found)
    {
        if (Differs(table.DocString, found.DocString))
        {
            yield return new SchemaDifference(SchemaDifferenceKind.DocString, SchemaChangeClass.Safe, table.Name)
            {
                Expected = Shown(table.DocString),
                Found = Shown(found.DocString),
                Commands = [TableCommands.AlterDocString(table.Name, table.DocString!)],
            };
        }

        if (Differs(table.Folder, found.Folder))
        {
            yield return new SchemaDifference(SchemaDifferenceKind.Folder, SchemaChangeClass.Safe, table.Name)
            {
                Expected = Shown(table.Folder),
                Found = Shown(found.Folder),
                Commands = [TableCommands.AlterFolder(table.Name, table.Folder!)],
            };
        }
    }

    private static bool Differs(string? declared, string? found) =>
        declared is not null && found is not null && declared != found;
}
