namespace Kusto.Typed;

/// <summary>One difference between a type and its table.</summary>
/// <param name="Kind">In what they differ.</param>
/// <param name="Class">What it takes to do away with the difference.</param>
/// <param name="Table">The table.</param>
/// <param name="Subject">The column, the mapping or the policy; null where the whole table is meant.</param>
public sealed record SchemaDifference(SchemaDifferenceKind Kind, SchemaChangeClass Class, string Table, string? Subject = null)
{
    /// <summary>What the type declares, as a command would write it; null where it declares nothing.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found; null: nothing.</summary>
    public string? Found { get; init; }

    /// <summary>What follows from the difference, or what to do, as sentences; null where the class says it all.</summary>
    public string? Advice { get; init; }

    /// <summary>The commands that do away with the difference, in order; none where that takes a person.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>
    /// False for what may differ for ever: columns that others added, another order of columns, tables of others.
    /// </summary>
    public bool IsDrift => Kind
        is not (SchemaDifferenceKind.ColumnExtra or SchemaDifferenceKind.ColumnOrder or SchemaDifferenceKind.TableExtra);

    /// <summary>
    /// How <see cref="KustoApplyOptions.AllowDataLoss"/> names this difference: <c>Table.Column</c>, or
    /// <c>Table:policy</c> with the policy's name as commands write it, such as <c>Readings:retention</c>.
    /// </summary>
    public string Path => Subject is null ? Table : IsOfColumn ? $"{Table}.{Subject}" : $"{Table}:{Subject}";

    /// <summary>True where <see cref="Subject"/> is a column.</summary>
    internal bool IsOfColumn => Subject is not null
        && Kind is not (SchemaDifferenceKind.Policy or SchemaDifferenceKind.Mapping or SchemaDifferenceKind.MappingMissing);

    /// <summary>How grave it is, where, and what differs, as one line.</summary>
    public override string ToString() => $"{ClassText(Class)} {Place}: {Text}";

    /// <summary>The table, and what in it, as a message says it.</summary>
    internal string Place => Subject is null ? Table
        : IsOfColumn ? $"{Table}.{Subject}"
        : $"{Table}, {(Kind == SchemaDifferenceKind.Policy ? "policy" : "mapping")} {Subject}";

    /// <summary>What differs, as a clause.</summary>
    internal string Text => Kind switch
    {
        SchemaDifferenceKind.TableMissing => "the table is missing",
        SchemaDifferenceKind.TableExtra => "the table is no type's",
        SchemaDifferenceKind.ColumnMissing => $"the column is missing; declared: {Expected}",
        SchemaDifferenceKind.ColumnExtra => $"the column is not declared; found: {Found}",
        SchemaDifferenceKind.ColumnRenamed => $"the column is there under its former name '{Found}'",
        SchemaDifferenceKind.ColumnCase => $"the column is missing, and there is one named '{Found}'",
        SchemaDifferenceKind.ColumnType => $"the column is of type {Found}; declared: {Expected}",
        SchemaDifferenceKind.ColumnOrder => $"the columns stand in the order {Found}; declared: {Expected}",
        SchemaDifferenceKind.DocString => $"the docstring is {Found}; declared: {Expected}",
        SchemaDifferenceKind.Folder => $"the folder is {Found}; declared: {Expected}",
        SchemaDifferenceKind.MappingMissing => "it is missing",
        SchemaDifferenceKind.Mapping => $"it has {Found}; declared: {Expected}",
        SchemaDifferenceKind.Encoding => $"the encoding is {Found}; declared: {Expected}",
        _ => $"it is {Found ?? "not set"}; declared: {Expected}",
    };

    internal static string ClassText(SchemaChangeClass itsClass) => itsClass switch
    {
        SchemaChangeClass.Safe => "safe      ",
        SchemaChangeClass.NeedsCare => "needs care",
        _ => "loses data",
    };
}
