using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>Looks through files, and says what does not fit in the commands that stand there.</summary>
internal static class Linter
{
    /// <summary>The findings of all files, in the order of the files and of their lines.</summary>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<LintFile> files)
    {
        CommandFinder finder = new();
        foreach (LintFile file in files)
        {
            finder.Read(file);
        }

        TableBook tables = new();
        foreach (LintedCommand command in finder.Commands)
        {
            foreach (PlacedTable table in Tables(command))
            {
                tables.Add(command, table.Table);
            }
        }

        Dictionary<string, int> order = [];
        foreach (LintFile file in files)
        {
            order.TryAdd(file.Name, order.Count);
        }

        return
        [
            .. finder.Commands.SelectMany(command => Check(command, tables)).Concat(finder.Findings)
                .Distinct()
                .OrderBy(finding => finding.File is { } file ? order[file] : -1)
                .ThenBy(finding => finding.Line)
                .ThenBy(finding => finding.Column)
                .ThenBy(finding => finding.RuleId, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<PlacedTable> Tables(LintedCommand command) =>
        command.Command is StoredTableCommand table ? table.Tables : [];

    private static IEnumerable<Finding> Check(LintedCommand command, TableBook tables)
    {
        if (command.Command is not StoredMappingCommand { Kind: "csv" } mapping)
        {
            return Tables(command).SelectMany(table => TableCheck.Check(command, table));
        }

        IEnumerable<Finding> alone = new MappingCheck(command, mapping).Check();
        return tables.Find(command, mapping) is { } table
            ? alone.Concat(new FitCheck(command, mapping, table).Check())
            : alone;
    }
}
