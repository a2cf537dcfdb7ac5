namespace Kusto.Typed;

/// <summary>In what a table differs from its type.</summary>
public enum SchemaDifferenceKind
{
    /// <summary>There is no such table.</summary>
    TableMissing = 1,

    /// <summary>The type declares no such table. It is asked for by name only.</summary>
    TableExtra = 2,

    /// <summary>The table lacks a column.</summary>
    ColumnMissing = 3,

    /// <summary>The table has a column that the type does not declare: others may have added it.</summary>
    ColumnExtra = 4,

    /// <summary>The table has the column under its former name.</summary>
    ColumnRenamed = 5,

    /// <summary>The table has a column whose name differs in case alone, which to Kusto is another column.</summary>
    ColumnCase = 6,

    /// <summary>The column is of another type.</summary>
    ColumnType = 7,

    /// <summary>Columns stand in another order, which with a mapping is a matter of looks.</summary>
    ColumnOrder = 8,

    /// <summary>The docstring of the table or of a column is another.</summary>
    DocString = 9,

    /// <summary>The table is in another folder.</summary>
    Folder = 10,

    /// <summary>The table has no mapping of that name.</summary>
    MappingMissing = 11,

    /// <summary>The mapping of that name says something else.</summary>
    Mapping = 12,

    /// <summary>A policy is not set, or says something else.</summary>
    Policy = 13,

    /// <summary>The values of a column are kept in another encoding.</summary>
    Encoding = 14,
}
