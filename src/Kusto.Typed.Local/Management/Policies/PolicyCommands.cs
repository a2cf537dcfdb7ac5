using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>The commands about policies of tables, from the kind of the policy on, and of databases.</summary>
internal static class PolicyCommands
{
    private static readonly PolicyKind[] s_kinds =
    [
        new StreamingIngestionKind(), new IngestionBatchingKind(), new RetentionKind(), new CachingKind(),
        new PartitioningKind(), new RowOrderKind(), new ShardingKind(), new MergeKind(), new UpdateKind(),
        new AutoDeleteKind(), new ExtentTagsRetentionKind(), new FlagKind("ingestiontime", "IngestionTimePolicy"),
        new RestrictedViewAccessKind(), new RowLevelSecurityKind(),
    ];

    /// <summary>All kinds, in the order in which they can be set.</summary>
    public static IReadOnlyList<PolicyKind> Kinds => s_kinds;

    public static ResultTable Alter(CommandContext context, string table, bool merge)
    {
        PolicyKind kind = ReadKind(context);
        CheckMerge(kind, merge);
        Func<Table, string> read = kind.Read(context, merge);
        context.Text.ExpectEnd();
        Table changed = context.Database.Change(
            table, current => current with { Policies = current.Policies.SetItem(kind.Word, read(current)) });
        return Answer(context, kind, [changed]);
    }

    /// <summary>Sets a policy of a database: it holds for the tables that have none of their own.</summary>
    public static ResultTable AlterDatabase(CommandContext context, bool merge)
    {
        PolicyKind kind = ReadDatabaseKind(context);
        CheckMerge(kind, merge);
        Func<Table, string> read = kind.Read(context, merge);
        context.Text.ExpectEnd();

        // What a policy needs to know of a table, it asks of one that has no columns and the policies of the database.
        context.Database.ChangePolicies(policies => policies.SetItem(
            kind.Word, read(new Table { Name = context.Database.Name, Columns = [], Policies = policies })));
        return AnswerDatabase(context, kind);
    }

    public static ResultTable DeleteDatabase(CommandContext context)
    {
        PolicyKind kind = ReadDatabaseKind(context);
        context.Text.ExpectEnd();
        context.Database.ChangePolicies(policies => policies.Remove(kind.Word));
        return AnswerDatabase(context, kind);
    }

    public static ResultTable ShowDatabase(CommandContext context)
    {
        PolicyKind kind = ReadDatabaseKind(context);
        context.Text.ExpectEnd();
        return AnswerDatabase(context, kind);
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

    private static void CheckMerge(PolicyKind kind, bool merge)
    {
        if (merge && !kind.Merges)
        {
            throw Refusal.NotSupported(
                $"The policy {kind.Word} is set as a whole. Use .alter in place of .alter-merge.");
        }
    }

    private static PolicyKind ReadDatabaseKind(CommandContext context)
    {
        PolicyKind kind = ReadKind(context);
        return kind.IsOfDatabases
            ? kind
            : throw Refusal.NotSupported(
                $"A database has no policy {kind.Word}; it has: "
                + $"{string.Join(", ", s_kinds.Where(static known => known.IsOfDatabases).Select(static known => known.Word))}.");
    }

    private static PolicyKind ReadKind(CommandContext context) =>
        Array.Find(s_kinds, kind => context.Text.TryWord(kind.Word)) ?? throw Refusal.NotSupported(
            "The local endpoint keeps these policies of tables: "
            + $"{string.Join(", ", s_kinds.Select(static kind => kind.Word))}. Run the others against a real cluster.");

    private static ResultTable AnswerDatabase(CommandContext context, PolicyKind kind) =>
        PolicyResults.Of(
            kind.Name, $"[{context.Database.Name}]", context.Database.Policies.GetValueOrDefault(kind.Word), "Database");

    private static ResultTable Answer(CommandContext context, PolicyKind kind, IEnumerable<Table> tables) =>
        PolicyResults.OfTables(context, kind.Name, tables, table => table.Policies.GetValueOrDefault(kind.Word));
}
