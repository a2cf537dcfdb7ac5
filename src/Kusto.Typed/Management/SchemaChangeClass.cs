namespace Kusto.Typed;

/// <summary>What it takes to make a table as a type declares it.</summary>
public enum SchemaChangeClass
{
    /// <summary>Nothing that is there changes for anybody: a column at the end, a docstring, a mapping.</summary>
    Safe = 1,

    /// <summary>
    /// Rows stay, and something else may be concerned: queries that use a former name, work for the cluster, rows that
    /// came before.
    /// </summary>
    NeedsCare = 2,

    /// <summary>Values or rows that are there would be gone.</summary>
    LosesData = 3,
}
