using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kusto.Typed.Local;
using Kusto.Typed.Testing;
using Kusto.Typed.Tests.Commands;

namespace Kusto.Typed.EndToEnd.Tests.Changes;

/// <summary>Edits of a type, brought to a table that has rows.</summary>
public sealed class ModelChangeTests
{
    private const string Rows = "1,a,1.5,2026-01-01,\"{\"\"k\"\":1}\"\n2,b,,,\n";

    [Fact]
    public async Task EveryChangeIsSaidAndDoneAsReviewed()
    {
        StringBuilder report = new();
        foreach (ModelChange change in ModelChanges.All)
        {
            report.Append(await ReportAsync(change)).Append('\n');
        }

        ModelChanges.All.Count.ShouldBeGreaterThanOrEqualTo(40);
        ApprovedText.ShouldMatch(report.ToString(), "ModelChanges");
    }

    [NodeFact]
    public async Task MicrosoftsParserReadsEveryCommandOfEveryChange()
    {
        List<string> commands = [];
        foreach (ModelChange change in ModelChanges.All)
        {
            await using LocalKusto local = await LocalKusto.StartAsync();
            await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
            await BeginAsync(change, local, kusto);
            KustoSchemaDiff diff = await kusto.Schema("Samples").DiffAsync([change.After]);
            commands.AddRange(diff.Differences.SelectMany(difference => difference.Commands));
            commands.AddRange(diff.Differences.SelectMany(Recipe));
        }

        commands.Count.ShouldBeGreaterThan(40);
        foreach (ParsedCommand command in await ParsedCommand.ParseAsync([.. commands.Distinct(StringComparer.Ordinal)]))
        {
            command.ShouldBeSound();
        }
    }

    // The commands that an advice shows stand in lines of their own.
    private static IEnumerable<string> Recipe(SchemaDifference difference) =>
        difference.Advice?.Split('\n').Where(line => line.StartsWith("  .", StringComparison.Ordinal)).Select(line => line.Trim()) ?? [];

    private static async Task<string> ReportAsync(ModelChange change)
    {
        await using LocalKusto local = await LocalKusto.StartAsync();
        await using KustoConnection kusto = new(local.Uri.AbsoluteUri);
        await BeginAsync(change, local, kusto);
        KustoSchemaClient schema = kusto.Schema("Samples");
        StringBuilder report = new($"## {change.Name}\n");
        KustoSchemaDiff diff = await schema.DiffAsync([change.After]);
        report.Append(diff).Append('\n');
        JsonArray before = await RowsAsync(local);

        bool isDone = await ApplyAsync(report, schema, change, new KustoApplyOptions());
        await CheckRowsAsync(local, before, change, mayLose: []);
        if (change.Allow.Length > 0)
        {
            report.Append("allowed: ").AppendJoin(", ", change.Allow).Append('\n');
            isDone = await ApplyAsync(report, schema, change, new KustoApplyOptions { AllowDataLoss = change.Allow });
            await CheckRowsAsync(local, before, change, mayLose: change.Allow);
        }

        if (isDone)
        {
            KustoSchemaResult again = await schema.ApplyAsync(change.After);
            again.Commands.ShouldBeEmpty(change.Name);
            again.Before!.IsInStep.ShouldBeTrue(change.Name);
        }

        return report.ToString();
    }

    private static async Task BeginAsync(ModelChange change, LocalKusto local, KustoConnection kusto)
    {
        local.Database("Samples").Run(".create table ['Raw'] (Id:long, Name:string, Value:real, At:datetime, Extra:dynamic)");
        await kusto.Schema("Samples").ApplyAsync(change.Before);
        if (!change.IsEmpty)
        {
            local.Database("Samples").Run($".ingest inline into table ['Readings'] with (format=\"csv\") <|\n{Rows}");
        }

        if (change.Meanwhile is { } command)
        {
            local.Database("Samples").Run(command);
        }
    }

    private static async Task<bool> ApplyAsync(
        StringBuilder report, KustoSchemaClient schema, ModelChange change, KustoApplyOptions options)
    {
        KustoSchemaResult dry;
        try
        {
            dry = await schema.ApplyAsync([change.After], options with { DryRun = true });
        }
        catch (KustoSchemaException stopped)
        {
            report.Append("stopped: ").Append(stopped.Message).Append('\n');
            (await Should.ThrowAsync<KustoSchemaException>(async () => await schema.ApplyAsync([change.After], options)))
                .Message.ShouldBe(stopped.Message);
            return false;
        }

        KustoSchemaResult result = await schema.ApplyAsync([change.After], options);
        result.Commands.Where(command => !command.StartsWith(".clear", StringComparison.Ordinal)).ShouldBe(dry.Commands);
        report.Append(result.Commands.Count == 0 ? "nothing was done\n" : "")
            .AppendJoin("", result.Commands.Select(command => $"done: {command}\n"));
        return true;
    }

    // Every value that was there is there still, if under another name.
    private static async Task CheckRowsAsync(LocalKusto local, JsonArray before, ModelChange change, string[] mayLose)
    {
        if (change.Meanwhile?.StartsWith(".drop", StringComparison.Ordinal) == true)
        {
            return;
        }

        JsonArray after = await RowsAsync(local);
        after.Count.ShouldBe(before.Count, change.Name);
        foreach ((JsonNode? was, JsonNode? now) in before.Zip(after))
        {
            foreach ((string column, JsonNode? value) in was!.AsObject())
            {
                string name = change.After.Columns.FirstOrDefault(declared => declared.RenamedFrom == column)?.Name ?? column;
                if (!mayLose.Contains($"Readings.{name}"))
                {
                    JsonObject row = now!.AsObject();
                    string found = row.ContainsKey(name) ? name : column;
                    row[found]?.ToJsonString().ShouldBe(value?.ToJsonString(), $"{change.Name}: {column}");
                }
            }
        }
    }

    private static async Task<JsonArray> RowsAsync(LocalKusto local)
    {
        using HttpClient client = new();
        using StringContent query = new(
            """{"db":"Samples","csl":"Readings"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri(local.Uri, "v1/rest/query"), query);
        if (!answer.IsSuccessStatusCode)
        {
            return [];
        }

        using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        JsonElement table = json.RootElement.GetProperty("Tables")[0];
        string[] columns = [.. table.GetProperty("Columns").EnumerateArray().Select(column => column.GetProperty("ColumnName").GetString()!)];
        JsonArray rows = [];
        foreach (JsonElement row in table.GetProperty("Rows").EnumerateArray())
        {
            JsonObject values = [];
            foreach ((string column, JsonElement value) in columns.Zip(row.EnumerateArray()))
            {
                values[column] = JsonNode.Parse(value.GetRawText());
            }

            rows.Add(values);
        }

        return rows;
    }
}
