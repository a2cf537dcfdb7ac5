using System.Text.Json;
using System.Text.Json.Nodes;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>How long rows are hot: <c>hot = 31d</c>, or <c>hotdata = 31d hotindex = 60d</c>.</summary>
internal sealed class CachingKind() : PolicyKind("caching", "CachingPolicy", merges: false)
{
    public override bool IsOfDatabases => true;

    public override string Argument(string policy)
    {
        JsonElement kept = JsonElement.Parse(policy);
        return $"hotdata = {Span(kept, "DataHotSpan")} hotindex = {Span(kept, "IndexHotSpan")}";
    }

    public override Func<Table, string> Read(CommandContext context, bool merge)
    {
        TimeSpan? both = DurationLiteral.TryRead(context.Text, "hot");
        TimeSpan data = both ?? DurationLiteral.TryRead(context.Text, "hotdata")
            ?? throw context.Text.Unexpected("'hot = ' and a timespan");
        TimeSpan index = both ?? DurationLiteral.TryRead(context.Text, "hotindex")
            ?? throw context.Text.Unexpected("'hotindex = ' and a timespan");
        string kept = JsonPolicyKind.Text(
            new JsonObject { ["DataHotSpan"] = Value(data), ["IndexHotSpan"] = Value(index) });
        return _ => kept;
    }

    private static string Span(JsonElement kept, string name) =>
        $"timespan({kept.GetProperty(name).GetProperty("Value").GetString()})";

    private static JsonObject Value(TimeSpan span) => new() { ["Value"] = span.ToString("c") };
}
