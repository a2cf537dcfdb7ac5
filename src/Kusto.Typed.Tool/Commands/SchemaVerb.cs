using System.CommandLine;
using Kusto.Typed.Build.Metadata;
using Kusto.Typed.Build.Scripts;
using Kusto.Typed.Commands;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Output;
using Kusto.Typed.Tool.Schema;

namespace Kusto.Typed.Tool.Commands;

/// <summary><c>schema</c>: what types declare, printed, compared and applied.</summary>
internal static class SchemaVerb
{
    public static Command Create() => new("schema", "Tables as types declare them: printed, compared with a database, applied to one.")
    {
        Script(), Show(), Diff("diff"), Apply(), Diff("check"),
    };

    private static Command Script()
    {
        Argument<string> model = Model();
        Option<string?> file = new("--file", "-f")
        {
            Description = "Writes a file in place of standard output.",
            HelpName = "PATH",
        };
        Command command = new("script", "Prints the commands that create the tables; safe to run again.") { model, file };
        command.Run(async (words, invocation, _) =>
        {
            IReadOnlyList<TableSchema> tables = DeclaredTables.Read(words.GetRequiredValue(model));
            string script = KqlScript.Of(tables.Select(OwnTable));
            if (words.GetValue(file) is { } path)
            {
                await File.WriteAllTextAsync(path, script, CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                await invocation.Output.WriteAsync(script).ConfigureAwait(false);
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Show()
    {
        Argument<string> model = Model();
        Option<OutputFormat> output = OutputOption.Create(OutputFormat.Text, OutputFormat.Markdown, OutputFormat.Json);
        Command command = new("show", "Shows the tables and their columns.") { model, output };
        command.Run((words, invocation, _) =>
        {
            Catalogue.Write(DeclaredTables.Read(words.GetRequiredValue(model)), words.GetValue(output), invocation);
            return Task.FromResult(ExitCode.Fine);
        });
        return command;
    }

    // Both compare; diff is for looking at it and check for a build that is to fail.
    private static Command Diff(string name)
    {
        bool isCheck = name == "check";
        Argument<string> model = Model();
        Option<string?> against = new("--against")
        {
            Description = "A saved schema: the answer to .show database schema as json, .show table schema as json or cslschema; another build's schema.json or assembly.",
            HelpName = "FILE",
        };
        Option<bool> all = new("--all-tables") { Description = "Lists tables that no type declares, too." };
        Option<bool> strict = new("--strict")
        {
            Description = "Columns that no type declares, and their order, count as well.",
        };
        Option<OutputFormat> output = OutputOption.Create();
        ClusterOptions cluster = new();
        Command command = new(
            name,
            isCheck
                ? "Ends with 1 where the tables of a database, or a saved schema, are not as declared."
                : "Says in what tables differ from what is declared, and what it takes to change them.")
        {
            model, against, all, strict, output,
        };
        cluster.AddTo(command);
        command.Run(async (words, invocation, cancellationToken) =>
        {
            IReadOnlyList<TableSchema> tables = DeclaredTables.Read(words.GetRequiredValue(model));
            KustoSchemaDiff diff;
            if (words.GetValue(against) is { } path)
            {
                if (words.GetValue(cluster.Cluster) is not null)
                {
                    throw new UsageException("--against and --cluster are two things to compare with: name one.");
                }

                diff = KustoSchemaDiff.Compare(tables, SavedTables.Read(path, tables), words.GetValue(all));
            }
            else
            {
                KustoConnection kusto = cluster.Connect(words);
                await using var disposed = kusto.ConfigureAwait(false);
                diff = await kusto.Schema(cluster.DatabaseOf(words, kusto))
                    .DiffAsync(tables, words.GetValue(all), cancellationToken).ConfigureAwait(false);
            }

            return DiffFindings.Write(diff, words.GetValue(strict), words.GetValue(output), invocation);
        });
        return command;
    }

    private static Command Apply()
    {
        Argument<string> model = Model();
        Option<bool> dryRun = new("--dry-run") { Description = "Changes nothing, and prints what would be run." };
        Option<bool> care = new("--with-care")
        {
            Description = "Carries out what needs care too: renames, encodings, row order, partitioning, update policies.",
        };
        Option<string[]> loss = new("--allow-data-loss")
        {
            Description = "Names what may be lost: Table.Column to drop or retype it, Table:retention or Table:auto_delete for the policy.",
            HelpName = "PATH",
        };
        ClusterOptions cluster = new();
        Command command = new("apply", "Creates the tables or adds what they lack; nothing that is there is lost unless it is named.")
        {
            model, dryRun, care, loss,
        };
        cluster.AddTo(command);
        command.Run(async (words, invocation, cancellationToken) =>
        {
            KustoApplyOptions options = new()
            {
                AllowNeedsCare = words.GetValue(care),
                AllowDataLoss = words.GetValue(loss) ?? [],
                DryRun = words.GetValue(dryRun),
            };
            IReadOnlyList<TableSchema> tables = DeclaredTables.Read(words.GetRequiredValue(model));
            KustoConnection kusto = cluster.Connect(words);
            await using var disposed = kusto.ConfigureAwait(false);
            KustoSchemaClient schema = kusto.Schema(cluster.DatabaseOf(words, kusto));
            return await SchemaApplication.RunAsync(schema, tables, options, invocation, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static ProjectTable OwnTable(TableSchema table) => new(
        new AssemblyTable(table.Name, table.ToJson(), string.Join("\n", TableCommands.Script(table)), Lock: null), "", IsOwn: true);

    private static Argument<string> Model() => new("model")
    {
        Description = "An assembly with [KustoTable] types (.dll; its code is not run), or the kusto/schema.json of a build.",
        HelpName = "ASSEMBLY|schema.json",
    };
}
