using System.Text.Json;
using Kusto.Typed.EndToEnd.Tests.RoundTrip;
using Kusto.Typed.Local;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.Queued;

/// <summary>
/// Microsoft's own client brings our CSV into the local endpoint, streaming, queued and managed, from a stream, a file and
/// a blob: every value is read back by the generated reader.
/// </summary>
public sealed class NodeIngestTests
{
    [NodeFact]
    public async Task EveryValueOfEveryModeAndSourceArrives()
    {
        IReadOnlyList<EveryType> sent = EveryTypeValues.Rows(11);
        string file = Path.Combine(Path.GetTempPath(), $"every-type-{Guid.NewGuid():N}.csv");
        await using LocalKusto local = await LocalKusto.StartAsync();
        try
        {
            await using (FileStream written = File.Create(file))
            {
                await KustoCsv.OpenRead(sent).CopyToAsync(written);
            }

            string output = await NodeScript.RunAsync(
                "ingest.mjs",
                arguments:
                [
                    local.Uri.AbsoluteUri.TrimEnd('/'),
                    "Samples",
                    string.Join(", ", EveryTypeTable.Schema.Columns.Select(column => $"['{column.Name}']:{column.Type.ToKusto()}")),
                    file,
                    EveryTypeTable.Schema.Mapping.ToJson(),
                ]);
            await local.SettleAsync();

            string[] tables = JsonSerializer.Deserialize<string[]>(output)!;
            tables.Length.ShouldBe(9);
            local.Database("Samples").IngestionFailures.ShouldBeEmpty();
            foreach (string table in tables)
            {
                EveryType[] received = [.. local.Database("Samples").Rows<EveryType>(table).OrderBy(row => row.Row)];
                ReadBack.Differences(sent, received).ShouldBeEmpty(table);
            }

            local.Database("Samples").Ingestions.Count(ingestion => ingestion.Kind == LocalIngestionKind.Queued).ShouldBeGreaterThanOrEqualTo(3);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
