namespace Kusto.Typed;

/// <summary>What is done about a value that Kusto would cut, null or refuse.</summary>
public enum ValuePolicy
{
    /// <summary>Its row is an error that names row and column, and nothing behind it is read.</summary>
    Throw,

    /// <summary>
    /// Something is written in its place, and counted: a string is cut at its limit, half of a surrogate pair becomes
    /// U+FFFD, everything else null. A row that cannot be helped so (its record is too large) is an error.
    /// </summary>
    Replace,

    /// <summary>Its row is left out, reported and counted.</summary>
    SkipRow,
}
