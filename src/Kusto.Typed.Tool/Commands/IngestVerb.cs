using System.CommandLine;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Ingest;
using Kusto.Typed.Tool.Schema;

namespace Kusto.Typed.Tool.Commands;

/// <summary><c>ingest</c>: files into a table, checked against a type first, or as they are.</summary>
internal static class IngestVerb
{
    public static Command Create()
    {
        Argument<string> path = new("path")
        {
            Description = "A file, or a folder of CSV and TSV files; plain or gzip.",
            HelpName = "FILE|FOLDER",
        };
        Option<string?> table = new("--as")
        {
            Description = "The type that each record is checked against first, or its table.",
            HelpName = "TYPE",
        };
        Option<string?> assembly = new("--assembly", "-a")
        {
            Description = "Where it is declared: an assembly (its code is not run) or a build's schema.json.",
            HelpName = "ASSEMBLY|schema.json",
        };
        Option<string?> raw = new("--table", "-t")
        {
            Description = "The table that a file goes to as it is, unchecked.",
            HelpName = "NAME",
        };
        Option<string?> mapping = new("--mapping", "-m")
        {
            Description = "The mapping for --table; without it fields go by their order.",
            HelpName = "NAME",
        };
        Option<KustoDataFormat> format = new("--format")
        {
            Description = "The format for --table.",
            DefaultValueFactory = _ => KustoDataFormat.Csv,
        };
        Option<bool> noHeader = new("--no-header") { Description = "The first record is one like the others." };
        Option<char?> separator = new("--separator")
        {
            Description = "What stands between fields; without it a comma, and a tab in .tsv files.",
            HelpName = "CHARACTER",
        };
        Option<IngestRoute> route = new("--route")
        {
            Description = "How the rows go.",
            DefaultValueFactory = _ => IngestRoute.Managed,
        };
        Option<bool> skip = new("--skip-bad-records")
        {
            Description = "Leaves records out that do not fit, and reports them.",
        };
        Option<int> wait = new("--wait")
        {
            Description = "How many minutes to wait for queued rows; 0: not at all.",
            DefaultValueFactory = _ => 10,
            HelpName = "MINUTES",
        };
        ClusterOptions cluster = new();
        Command command = new("ingest", "Ingests files: checked against a type first (--as), or as they are (--table).")
        {
            path, table, assembly, raw, mapping, format, noHeader, separator, route, skip, wait,
        };
        cluster.AddTo(command);
        command.Run(async (words, invocation, cancellationToken) =>
        {
            string? checkedTable = words.GetValue(table);
            string? rawTable = words.GetValue(raw);
            if (checkedTable is null == rawTable is null)
            {
                throw new UsageException(
                    "Say where the records go: --as TYPE --assembly A to check them against a type, or --table NAME to send the file as it is.");
            }

            TableSchema? schema = checkedTable is null ? null : Declared(checkedTable, words.GetValue(assembly));
            KustoConnection kusto = cluster.Connect(words);
            await using var disposed = kusto.ConfigureAwait(false);
            KustoIngestor ingestor = new(kusto, cluster.DatabaseOf(words, kusto), new KustoIngestOptions { Route = words.GetValue(route) });
            await using var ended = ingestor.ConfigureAwait(false);
            FileIngestion ingestion = new(ingestor, words.GetRequiredValue(path), TimeSpan.FromMinutes(words.GetValue(wait)));
            if (schema is not null)
            {
                KustoCsvSourceOptions options = new()
                {
                    HasHeader = !words.GetValue(noHeader),
                    Separator = words.GetValue(separator),
                    BadRecords = words.GetValue(skip) ? BadRecords.Skip : BadRecords.Stop,
                };
                return await ingestion.CheckedAsync(schema, options, invocation, cancellationToken).ConfigureAwait(false);
            }

            RawIngestProperties properties = new()
            {
                Format = words.GetValue(format),
                MappingName = words.GetValue(mapping),
                IgnoreFirstRecord = words.GetValue(format) is KustoDataFormat.Csv or KustoDataFormat.Tsv && !words.GetValue(noHeader),
            };
            return await ingestion.RawAsync(rawTable!, properties, invocation, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static TableSchema Declared(string name, string? assembly)
    {
        if (assembly is null)
        {
            throw new UsageException("--as needs --assembly: the assembly or the schema.json that declares it.");
        }

        return DeclaredTables.Find(assembly, name);
    }
}
