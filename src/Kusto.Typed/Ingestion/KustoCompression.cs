namespace Kusto.Typed;

/// <summary>How hard batches are compressed with gzip before they travel.</summary>
public enum KustoCompression
{
    /// <summary>As they are: for a network that is faster than a core.</summary>
    None,

    /// <summary>gzip level 1: the cheapest, and by far most of what compression wins.</summary>
    Fast,

    /// <summary>
    /// gzip level 3 on .NET 9 and later, level 1 on .NET 8, which knows no level between fast and small.
    /// </summary>
    Balanced,

    /// <summary>gzip level 6: several times the time of <see cref="Fast"/> for a smaller batch.</summary>
    Small,
}
