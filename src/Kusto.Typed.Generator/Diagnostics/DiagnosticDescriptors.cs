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

    /// <summary>KT0013: a time whose kind may be unspecified.</summary>
    public static readonly DiagnosticDescriptor TimeOfUnknownKind = Info(
        id: "KT0013",
        title: "Time of unknown kind is taken as UTC",
        message: "A DateTime without a kind in '{0}' is written as UTC; say what it means with DateTimeKind on "
            + "the column or the table");

    /// <summary>KT0014: an instant with an offset, which no column keeps.</summary>
    public static readonly DiagnosticDescriptor OffsetLost = Info(
        id: "KT0014",
        title: "Offset is lost",
        message: "The offset of '{0}' is not kept: the instant is written, and read back with offset zero; "
            + "keep the offset in a column of its own if it matters");

    /// <summary>KT0015: a decimal with more digits than a column surely keeps.</summary>
    public static readonly DiagnosticDescriptor DecimalDigits = Info(
        id: "KT0015",
        title: "Digits of a decimal may be lost",
        message: "'{0}' may have 38 digits, and no more than 34 are sure to be kept; use decimal, or string if "
            + "all of them matter");

    /// <summary>KT0016: an unsigned number in a signed column.</summary>
    public static readonly DiagnosticDescriptor UnsignedBeyondLong = Info(
        id: "KT0016",
        title: "Number may be larger than a long",
        message: "'{0}' does not fit above 9223372036854775807, and the row is then refused; leave Type out to "
            + "have a decimal column");

    /// <summary>KT0017: numbers in JSON, which has fewer of them.</summary>
    public static readonly DiagnosticDescriptor JsonLacksNaN = Info(
        id: "KT0017",
        title: "JSON has no NaN",
        message: "'{0}' becomes a JSON array, which has no form for NaN and the infinities; a row with one of "
            + "them is refused");

    /// <summary>KT0018: a null that comes back as something else.</summary>
    public static readonly DiagnosticDescriptor NullReadsEmpty = Info(
        id: "KT0018",
        title: "Null reads back as empty",
        message: "A null in '{0}' is read back as the empty string, since Kusto's strings have no null; "
            + "use string if the two are the same to you");

    /// <summary>KT0019: a policy that Kusto would refuse.</summary>
    public static readonly DiagnosticDescriptor PolicyNotPossible = Error(
        id: "KT0019",
        title: "Policy is none that Kusto takes",
        message: "The {0} policy of '{1}' cannot be set so: {2}");

    /// <summary>KT0020: fields that belong to no column.</summary>
    public static readonly DiagnosticDescriptor OrdinalGap = Warning(
        id: "KT0020",
        title: "Ordinals have a gap",
        message: "{0} no column: '{1}' is field {2}, and rows are written with something empty before it; "
            + "remove Ordinal unless others write CSV with such a field");

    /// <summary>KT0021: a field that cannot be the column's.</summary>
    public static readonly DiagnosticDescriptor OrdinalTaken = Error(
        id: "KT0021",
        title: "Ordinal cannot be had",
        message: "'{0}' cannot be field {1}: {2}; {3}");

    /// <summary>KT0022: a transformation that does not go with the mapping or the property.</summary>
    public static readonly DiagnosticDescriptor TransformNotPossible = Error(
        id: "KT0022",
        title: "Transformation is not possible",
        message: "'{0}' cannot have the transformation {1}, which {2}; {3}");

    /// <summary>KT0023: a shipped column that the type lacks.</summary>
    public static readonly DiagnosticDescriptor LockedColumnMissing = Warning(
        id: "KT0023",
        title: "Shipped column is missing",
        message: "The column '{0}' has shipped and '{1}' lacks it: its values stay in the table, and new rows "
            + "are empty there;{2} "
            + "put it back, or take it out of the lock");

    /// <summary>KT0024: a shipped column of another type.</summary>
    public static readonly DiagnosticDescriptor LockedColumnRetyped = Warning(
        id: "KT0024",
        title: "Shipped column has another type",
        message: "The column '{0}' has shipped as {1} and would now be {2}, which the table refuses; "
            + "keep the type, or give the new one a column of its own");

    /// <summary>KT0025: a new column among shipped ones.</summary>
    public static readonly DiagnosticDescriptor ColumnInserted = Info(
        id: "KT0025",
        title: "New column stands before shipped ones",
        message: "The new column '{0}' stands before '{1}' here and behind all others in the table; "
            + "move it to the end to have both alike");

    /// <summary>KT0026: a column whose older rows cannot be read.</summary>
    public static readonly DiagnosticDescriptor NullRefused = Warning(
        id: "KT0026",
        title: "Older rows have a null there",
        message: "The column '{0}' {1}, and older rows, which have a null there, cannot be read; make the "
            + "property nullable");

    /// <summary>KT0027: a line of a lock that says nothing.</summary>
    public static readonly DiagnosticDescriptor LockNotReadable = Warning(
        id: "KT0027",
        title: "Lock cannot be read",
        message: "The line is passed over: {0}; mend it, or have the lock written anew");

    /// <summary>KT0028: an attribute, or an argument of one, that does nothing.</summary>
    public static readonly DiagnosticDescriptor WithoutEffect = Warning(
        id: "KT0028",
        title: "Attribute has no effect",
        message: "'{0}' does nothing here: {1}; {2}");

    /// <summary>KT0029: columns whose order hangs on the order of files.</summary>
    public static readonly DiagnosticDescriptor ColumnsInTwoHalves = Warning(
        id: "KT0029",
        title: "Columns stand in two halves of a type",
        message: "'{0}' and '{1}' stand in two halves of the type, so that the order of files decides which "
            + "comes first; "
            + "put all columns into one, or give them an Order");

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

    /// <summary>KT0032: a converter that is none of the property's.</summary>
    public static readonly DiagnosticDescriptor ConverterDoesNotFit = Error(
        id: "KT0032",
        title: "Converter does not fit the property",
        message: "'{0}' of type '{1}' cannot be converted by '{2}': it {3}");

    /// <summary>KT0033: a property that cannot become several columns.</summary>
    public static readonly DiagnosticDescriptor FlattenNotPossible = Error(
        id: "KT0033",
        title: "Property cannot be flattened",
        message: "'{0}' of type '{1}' cannot be flattened: it {2}; remove [KustoFlatten]");

    /// <summary>KT0034: a column that nothing fills rightly.</summary>
    public static readonly DiagnosticDescriptor FilledColumnNotPossible = Error(
        id: "KT0034",
        title: "Filled column is not possible",
        message: "The column '{0}' cannot be filled: {1}; {2}");

    /// <summary>KT0035: an object that JSON would show as an empty one.</summary>
    public static readonly DiagnosticDescriptor JsonIsEmpty = Warning(
        id: "KT0035",
        title: "Object becomes empty JSON",
        message: "'{0}' of type '{1}' is written as an empty object, since System.Text.Json takes public "
            + "properties and it has none; "
            + "give it properties, or mark its fields with [JsonInclude]");

    /// <summary>KT0036: a map that cannot be one.</summary>
    public static readonly DiagnosticDescriptor MapNotPossible = Error(
        id: "KT0036",
        title: "Map of rows is not possible",
        message: "'{0}' {1}");

    /// <summary>KT0037: a shipped table that nothing declares.</summary>
    public static readonly DiagnosticDescriptor LockedTableMissing = Warning(
        id: "KT0037",
        title: "Shipped table is missing",
        message: "The table '{0}' has shipped and no type declares it; put it back, or take it out of the lock");

    /// <summary>KT0038: a former name that is in use.</summary>
    public static readonly DiagnosticDescriptor RenameNotPossible = Error(
        id: "KT0038",
        title: "Column cannot be renamed so",
        message: "'{0}' cannot be the column that was '{1}': {2}; remove [KustoRenamedFrom] or name another column");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        NotPartial, ShapeNotSupported, ColumnTypeNotSupported, DuplicateColumn, NameNotAllowed, NoColumn,
        JsonContextMissing, OverrideNotPossible, NotReadable, GeneratedNameTaken, LanguageTooOld,
        TableConflict, TimeOfUnknownKind, OffsetLost, DecimalDigits, UnsignedBeyondLong, JsonLacksNaN, NullReadsEmpty,
        PolicyNotPossible, OrdinalGap, OrdinalTaken, TransformNotPossible, LockedColumnMissing, LockedColumnRetyped,
        ColumnInserted, NullRefused, LockNotReadable, WithoutEffect, ColumnsInTwoHalves, RowsOneByOne, NoEffectOnRoute, ConverterDoesNotFit,
        FlattenNotPossible, FilledColumnNotPossible, JsonIsEmpty, MapNotPossible, LockedTableMissing,
        RenameNotPossible,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Of(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Of(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        Of(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Of(string id, string title, string message, DiagnosticSeverity severity) =>
        new(
            id,
            title,
            message,
            category: "Kusto.Typed",
            severity,
            isEnabledByDefault: true,
            helpLinkUri: $"docs/diagnostics/{id}.md");
}
