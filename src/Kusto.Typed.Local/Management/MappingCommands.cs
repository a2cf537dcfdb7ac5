using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>The commands about mappings of tables and databases, from <c>ingestion csv mapping</c> on.</summary>
internal static class MappingCommands
{
    private static readonly ResultColumn[] s_columns =
    [
        new("Name", KustoType.String),
        new("Kind", KustoType.String),
        new("Mapping", KustoType.String),
        new("LastUpdatedOn", KustoType.DateTime),
        new("Database", KustoType.String),
        new("Table", KustoType.String),
    ];

    /// <summary>Whether the command is about a mapping.</summary>
    public static bool IsNext(CommandContext context) => context.Text.AtWord("ingestion");

    public static ResultTable Create(CommandContext context, MappingOwner owner) =>
        Set(context, owner, key =>
        {
            if (owner.Mappings.ContainsKey(key))
            {
                throw Refusal.AlreadyExists(
                    $"The {owner.Title} has a {key.Title} already. Use .alter or .create-or-alter.");
            }
        });

    public static ResultTable Alter(CommandContext context, MappingOwner owner) =>
        Set(context, owner, key => Require(owner, key));

    public static ResultTable CreateOrAlter(CommandContext context, MappingOwner owner) =>
        Set(context, owner, static _ => { });

    public static ResultTable Drop(CommandContext context, MappingOwner owner)
    {
        MappingKey key = new(ReadKind(context), ReadName(context));
        context.Text.ExpectEnd();
        owner.Change((mappings, _) =>
        {
            Require(owner, key);
            return mappings.Remove(key);
        });
        return Listed(owner, owner.Mappings.Values);
    }

    /// <summary>Answers <c>.show table T ingestion [csv] mapping[s]</c>.</summary>
    public static ResultTable Show(CommandContext context, MappingOwner owner)
    {
        context.Text.ExpectWord("ingestion");
        MappingKind? kind = TryKind(context);
        if (context.Text.TryWord("mappings"))
        {
            context.Text.ExpectEnd();
            return Listed(owner, owner.Mappings.Values.Where(mapping => kind is null || mapping.Key.Kind == kind));
        }

        string name = ReadName(context);
        context.Text.ExpectEnd();
        return kind is { } one
            ? Listed(owner, [Require(owner, new MappingKey(one, name))])
            : Listed(owner, owner.Mappings.Values.Where(mapping => mapping.Key.Name == name));
    }

    /// <summary>Refuses what the service knows and warns of.</summary>
    public static RequestRefusedException MergeNotSupported() =>
        Refusal.NotSupported(
            "The local endpoint does not merge mappings: .alter-merge adds elements and cannot be run again. Use .alter.");

    private static ResultTable Set(CommandContext context, MappingOwner owner, Action<MappingKey> check)
    {
        MappingKind kind = ReadKind(context);
        MappingKey key = new(kind, ColumnList.CheckedName(ReadName(context), "mapping"));
        string json = context.Text.ReadLiteral();

        // There is room for any number of mappings here, so that none is ever dropped for another.
        CommandProperties.Read(context.Text, "removeOldestIfRequired");
        context.Text.ExpectEnd();
        owner.Change((mappings, table) =>
        {
            check(key);
            return mappings.SetItem(key, MappingParser.Parse(key, json, table, context.Now));
        });
        return Listed(owner, [owner.Mappings[key]]);
    }

    private static MappingKind ReadKind(CommandContext context)
    {
        context.Text.ExpectWord("ingestion");
        return TryKind(context) ?? throw context.Text.Unexpected("one of csv, json, avro, parquet, orc, w3clogfile");
    }

    private static MappingKind? TryKind(CommandContext context)
    {
        foreach (MappingKind kind in Enum.GetValues<MappingKind>())
        {
            if (context.Text.TryWord(kind.ToString()))
            {
                return kind;
            }
        }

        return null;
    }

    private static string ReadName(CommandContext context)
    {
        context.Text.ExpectWord("mapping");
        return context.Text.ReadLiteral();
    }

    private static MappingDefinition Require(MappingOwner owner, MappingKey key) =>
        owner.Mappings.GetValueOrDefault(key) ?? throw Refusal.MappingNotFound(owner.Title, key, owner.Mappings.Keys);

    private static ResultTable Listed(MappingOwner owner, IEnumerable<MappingDefinition> mappings) =>
        new(
            s_columns,
            [
                .. mappings.OrderBy(static mapping => mapping.Key.Name, StringComparer.Ordinal).ThenBy(static mapping => mapping.Key.Kind)
                    .Select(mapping => (object?[])
                    [
                        mapping.Key.Name, mapping.Key.Kind.ToString(), mapping.Shown, mapping.LastUpdatedOn,
                        owner.Database.Name, owner.Table,
                    ]),
            ]);
}
