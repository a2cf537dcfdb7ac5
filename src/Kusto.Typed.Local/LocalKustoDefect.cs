namespace Kusto.Typed.Local;

/// <summary>A defect planted on purpose, for test suites that want to know whether they would notice one.</summary>
/// <remarks>The endpoint answers as if all were well: only who reads the rows back can see it.</remarks>
public enum LocalKustoDefect
{
    /// <summary>None: the endpoint does what it should.</summary>
    None = 0,

    /// <summary>The last record of every batch is lost.</summary>
    DropsLastRecord = 1,

    /// <summary>Each column takes the field after its own; the last one takes the first.</summary>
    ShiftsColumns = 2,

    /// <summary>The first value of every batch becomes null, an empty string in a string column.</summary>
    NullsAValue = 3,
}
