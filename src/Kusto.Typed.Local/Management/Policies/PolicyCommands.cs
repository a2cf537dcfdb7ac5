using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>The commands about policies of tables, from the kind of the policy on, and of databases.</summary>
internal static class PolicyCommands
{
    private static readonly StreamingIngestionKind s_streaming = new();

    private static readonly PolicyKind[] s_kinds =
    [
        s_streaming, new IngestionBatchingKind(), new RetentionKind(), new CachingKind(), new PartitioningKind(),
        new RowOrderKind(), new UpdateKind(), new AutoDeleteKind(),
    ];

    public static ResultTable Alter(CommandContext context, string table, bool merge)
    {
        PolicyKind kind = ReadKind(context);
        if (merge && !kind.Merges)
        {
            throw Refusal.NotSupported(
                $"The policy {kind.Word} is set as a whole. Use .alter in place of .alter-merge.");
        }

        Func<Table, string> read = kind.Read(context, merge);
        context.Text.ExpectEnd();
        Table changed = context.Database.Change(
            table, current => current with { Policies = current.Policies.SetItem(kind.Word, read(current)) });
        return Answer(context, kind, [changed]);
    }

    /// <summary>Sets the streaming policy of a database: it holds for the tables that have none of their own.</summary>
    public static ResultTable AlterDatabase(CommandContext context)
    {
        DatabaseStore database = context.Cluster.Require(context.Text.ReadName("the name of a database"));
        context.Text.ExpectWord("policy");
        PolicyKind kind = ReadKind(context);
        if (kind != s_streaming)
        {
            throw Refusal.NotSupported(
                $"The local endpoint keeps the policy {kind.Word} of tables only, and not of databases.");
        }

        string policy = s_streaming.ReadForDatabase(context);
        context.Text.ExpectEnd();
        database.StreamingPolicy = StreamingPolicy.Parse(policy);
        return PolicyResults.Of(kind.Name, $"[{database.Name}]", policy, "Database");
    }

    public static ResultTable Delete(CommandContext context, string table)
    {
        PolicyKind kind = ReadKind(context);
        context.Text.ExpectEnd();
        Table changed = context.Database.Change(
            table, current => current with { Policies = current.Policies.Remove(kind.Word) });
        return Answer(context, kind, [changed]);
    }

    public static ResultTable Show(CommandContext context, IEnumerable<Table> tables)
    {
        PolicyKind kind = ReadKind(context);
        context.Text.ExpectEnd();
        return Answer(context, kind, tables);
    }

    private static PolicyKind ReadKind(CommandContext context) =>
        Array.Find(s_kinds, kind => context.Text.TryWord(kind.Word)) ?? throw Refusal.NotSupported(
            "The local endpoint keeps these policies of tables: "
            + $"{string.Join(", ", s_kinds.Select(static kind => kind.Word))}. Run the others against a real cluster.");

    private static ResultTable Answer(CommandContext context, PolicyKind kind, IEnumerable<Table> tables) =>
        PolicyResults.OfTables(context, kind.Name, tables, table => table.Policies.GetValueOrDefault(kind.Word));
}
