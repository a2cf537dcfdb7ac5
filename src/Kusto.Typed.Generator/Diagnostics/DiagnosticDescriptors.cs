using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Diagnostics;

/// <summary>Everything that the generator may say. An id is never used for something else.</summary>
internal static class DiagnosticDescriptors
{
    /// <summary>KT0001: a row type, or a type around it, that the generator cannot add to.</summary>
    public static readonly DiagnosticDescriptor NotPartial = Error(
        id: "KT0001",
        title: "Type is not partial",
        message: "'{0}' is not partial, so nothing can be added to {1}; make it partial");

    /// <summary>KT0002: a type that cannot be a row, whatever its members.</summary>
    public static readonly DiagnosticDescriptor ShapeNotSupported = Error(
        id: "KT0002",
        title: "Type cannot be a row",
        message: "'{0}' is {1}; "
            + "a row is a class, record, struct or record struct that can be made, without type parameters");

    /// <summary>KT0003: a property whose type no Kusto scalar type can hold.</summary>
    public static readonly DiagnosticDescriptor ColumnTypeNotSupported = Error(
        id: "KT0003",
        title: "Column type is not supported",
        message: "'{0}' of type '{1}' has no Kusto type; {2}, or leave it out with [KustoIgnore]");

    /// <summary>KT0004: two columns of one name.</summary>
    public static readonly DiagnosticDescriptor DuplicateColumn = Error(
        id: "KT0004",
        title: "Column name is taken",
        message: "'{0}' cannot be a column of its own: {1}; rename the {2}");

    /// <summary>KT0005: a name or text that Kusto does not take.</summary>
    public static readonly DiagnosticDescriptor NameNotAllowed = Error(
        id: "KT0005",
        title: "Name is none that Kusto takes",
        message: "The {0} '{1}' cannot be used: {2}; give another");

    /// <summary>KT0006: a type without columns.</summary>
    public static readonly DiagnosticDescriptor NoColumn = Error(
        id: "KT0006",
        title: "Table has no column",
        message: "'{0}' has no public property with a public getter, "
            + "and a table takes at least one column; add a property");

    /// <summary>KT0007: a property that becomes JSON without metadata for it.</summary>
    public static readonly DiagnosticDescriptor JsonContextMissing = Error(
        id: "KT0007",
        title: "JSON metadata is missing",
        message: "'{0}' {1}; {2}");

    /// <summary>KT0008: a column type that a property's type does not fit into.</summary>
    public static readonly DiagnosticDescriptor OverrideNotPossible = Error(
        id: "KT0008",
        title: "Column type does not fit the property",
        message: "'{0}' of type '{1}' cannot be a {2} column without loss; {3}");

    /// <summary>KT0009: a row that could be written and not read.</summary>
    public static readonly DiagnosticDescriptor NotReadable = Error(
        id: "KT0009",
        title: "Row cannot be read back",
        message: "'{0}' {1} when a row is read; {2}");

    /// <summary>KT0010: the name of a generated class that something else has.</summary>
    public static readonly DiagnosticDescriptor GeneratedNameTaken = Error(
        id: "KT0010",
        title: "Name of a generated class is taken",
        message: "'{0}' exists already in '{1}', where a class of that name is generated {2}; rename one of the two");

    /// <summary>KT0011: a version of the language without static abstract members.</summary>
    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        id: "KT0011",
        title: "C# version is too old",
        message: "'{0}' is compiled as C# {1} and rows need C# 11; set LangVersion to 11 or later, or remove it");

    /// <summary>KT0012: two row types that cannot have one table.</summary>
    public static readonly DiagnosticDescriptor TableConflict = Error(
        id: "KT0012",
        title: "Row types of one table contradict each other",
        message: "'{0}' and '{1}' declare the table '{2}' {3}; {4}");

    /// <summary>KT0030: a request for each row.</summary>
    public static readonly DiagnosticDescriptor RowsOneByOne = Warning(
        id: "KT0030",
        title: "Rows are ingested one by one",
        message: "Each pass ingests one row by a request of its own; "
            + "pass the whole sequence once, or an IAsyncEnumerable<T> where rows come one at a time");

    /// <summary>KT0031: an option or properties that the route does not look at, or refuses.</summary>
    public static readonly DiagnosticDescriptor NoEffectOnRoute = Warning(
        id: "KT0031",
        title: "Option has no effect on this route",
        message: "'{0}' {1} the {2} route; {3}");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        NotPartial, ShapeNotSupported, ColumnTypeNotSupported, DuplicateColumn, NameNotAllowed, NoColumn,
        JsonContextMissing, OverrideNotPossible, NotReadable, GeneratedNameTaken, LanguageTooOld,
        TableConflict, RowsOneByOne, NoEffectOnRoute,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Make(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Make(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity) =>
        new(
            id,
            title,
            message,
            category: "Kusto.Typed",
            severity,
            isEnabledByDefault: true,
            helpLinkUri: $"docs/diagnostics/{id}.md");
}
