using Kusto.Typed.Generator.Model;

namespace Kusto.Typed.Generator.Emission;

/// <summary>The overloads by which rows of another type are ingested as rows of one's own are.</summary>
internal static class ExtensionsEmitter
{
    private static readonly string[] s_sources =
        ["global::System.Collections.Generic.IEnumerable", "global::System.Collections.Generic.IAsyncEnumerable"];

    public static void Write(SourceWriter source, RowModel row)
    {
        if (!row.HasExtensions)
        {
            return;
        }

        source.Line();
        source.Line($"/// <summary>Ingests {row.Table.Name}.</summary>");
        source.Line(GeneratedCode.Attribute);
        source.Open($"{row.MappedRow!.Accessibility} static class {row.Extensions}");
        for (int number = 0; number < s_sources.Length; number++)
        {
            WriteMethod(source, row, s_sources[number]);
            if (number < s_sources.Length - 1)
            {
                source.Line();
            }
        }

        source.Close();
    }

    private static void WriteMethod(SourceWriter source, RowModel row, string sequence)
    {
        source.Lines(
            $$"""
            /// <inheritdoc cref="global::Kusto.Typed.KustoIngestor.IngestAsync{TRow}({{sequence}}{TRow}, string, global::Kusto.Typed.IngestProperties, global::System.IProgress{global::Kusto.Typed.IngestProgress}, global::System.Threading.CancellationToken)"/>
            public static global::System.Threading.Tasks.Task<global::Kusto.Typed.IngestResult> IngestAsync(
                this global::Kusto.Typed.KustoIngestor ingestor,
                {{sequence}}<{{row.Row}}> rows,
                string? table = null,
                global::Kusto.Typed.IngestProperties? properties = null,
                global::System.IProgress<global::Kusto.Typed.IngestProgress>? progress = null,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                ingestor.IngestAsync<{{row.Row}}, {{row.Type.Name}}>(rows, table, properties, progress, cancellationToken);
            """);
    }
}
