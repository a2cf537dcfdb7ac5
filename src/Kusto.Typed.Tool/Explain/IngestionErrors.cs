namespace Kusto.Typed.Tool.Explain;

/// <summary>The ingestion error codes that are known; the service may have others.</summary>
/// <remarks>Source: "Ingestion error codes" in the Kusto documentation, and its open-source clients.</remarks>
internal static class IngestionErrors
{
    private const int MostNear = 5;

    /// <summary>All of them, by their codes.</summary>
    public static IReadOnlyList<IngestionError> All { get; } =
    [
        .. DataErrors.All.Concat(RequestErrors.All).Concat(AccessErrors.All).Concat(ServiceErrors.All)
            .OrderBy(error => error.Code, StringComparer.Ordinal),
    ];

    /// <summary>Finds a code or its number, whatever its case; null: it is not known.</summary>
    public static IngestionError? Find(string code) => All.FirstOrDefault(error =>
        error.Code.Equals(code, StringComparison.OrdinalIgnoreCase)
        || (error.Number is not null && error.Number.Equals(code, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Codes that somebody may have meant, the nearest first.</summary>
    public static IReadOnlyList<IngestionError> Near(string code) =>
    [
        .. All.Select(error => (Error: error, Distance: Distance(code, error.Code)))
            .Where(found => found.Distance <= Math.Max(code.Length / 3, 2)
                || (code.Length > 3 && found.Error.Code.Contains(code, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(found => found.Distance)
            .Take(MostNear)
            .Select(found => found.Error),
    ];

    /// <summary>How many letters have to be added, taken away or changed; case does not count.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 0; i < one.Length; i++)
        {
            int diagonal = row[0]++;
            for (int j = 0; j < other.Length; j++)
            {
                int changed = diagonal + (char.ToUpperInvariant(one[i]) == char.ToUpperInvariant(other[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }
}
