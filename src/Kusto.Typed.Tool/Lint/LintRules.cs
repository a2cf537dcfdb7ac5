using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>What is looked for. Each has its line in docs/lint.md, and no id is used again.</summary>
internal static class LintRules
{
    public static readonly FindingRule Gap =
        Warning("KL001", "A mapping skips an ordinal");

    public static readonly FindingRule SharedOrdinal =
        Warning("KL002", "Two columns have one ordinal");

    public static readonly FindingRule MappedTwice =
        Error("KL003", "A column is mapped twice");

    public static readonly FindingRule NoSuchColumn =
        Error("KL004", "A mapped column is not in the table");

    public static readonly FindingRule NotFilled =
        Warning("KL005", "Nothing fills a column of the table");

    public static readonly FindingRule OtherType =
        Error("KL006", "A mapping and its table differ in a column's type");

    public static readonly FindingRule NeedsBrackets =
        Error("KL007", "A name needs brackets");

    public static readonly FindingRule ImpossibleName =
        Error("KL008", "A name is none that Kusto takes");

    public static readonly FindingRule NoTransform =
        Error("KL009", "CSV mappings have no such transformation");

    public static readonly FindingRule FilledTwice =
        Error("KL010", "An entry says twice what fills its column");

    public static readonly FindingRule FilledByNothing =
        Error("KL011", "An entry does not say what fills its column");

    public static readonly FindingRule UnknownType =
        Error("KL012", "A type is none of Kusto's");

    public static readonly FindingRule Alias =
        new("KL013", FindingLevel.Note, "A type has another name in what Kusto answers");

    public static readonly FindingRule NotAMapping =
        Error("KL014", "The JSON of a mapping is none");

    public static readonly FindingRule NotRead =
        new("KL015", FindingLevel.Note, "A command was not understood and not checked");

    public static readonly FindingRule DeclaredTwice =
        Error("KL016", "A table has a column twice");

    /// <summary>All rules, by their ids.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        Gap, SharedOrdinal, MappedTwice, NoSuchColumn, NotFilled, OtherType, NeedsBrackets, ImpossibleName, NoTransform,
        FilledTwice, FilledByNothing, UnknownType, Alias, NotAMapping, NotRead, DeclaredTwice,
    ];

    private static FindingRule Error(string id, string title) => new(id, FindingLevel.Error, title);

    private static FindingRule Warning(string id, string title) => new(id, FindingLevel.Warning, title);
}
