using System.Globalization;
using Kusto.Typed.Connection;

namespace Kusto.Typed.Management;

/// <summary>A row of an outcome command. Versions of the service differ in their columns: all are found by name.</summary>
internal readonly struct OutcomeRow(KustoCommandResult result, KustoCommandRow row)
{
    /// <summary>Text without the keys of addresses; null where the column is missing or empty.</summary>
    public string? Text(string column) =>
        result.Columns.Contains(column) && row.GetString(column) is { Length: > 0 } text
            ? SecretText.Redacted(text)
            : null;

    /// <summary>The address of a source: what may be its key stands behind a question mark or a semicolon.</summary>
    public string? Address(string column) => Text(column)?.Split('?', ';')[0];

    public Guid? Id(string column) =>
        Text(column) is not { } text ? null
        : Guid.TryParse(text, out Guid id) ? id
        : throw NotReadable(column, "a guid");

    public bool? Truth(string column) => Text(column) is null ? null : row.GetBoolean(column);

    public TimeSpan? Span(string column) =>
        Text(column) is not { } text ? null
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) ? span
        : throw NotReadable(column, "a timespan");

    /// <summary>A time that no row can do without.</summary>
    public DateTimeOffset Time(string column) =>
        DateTimeOffset.TryParse(
            row.GetString(column),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time)
            ? time
            : throw NotReadable(column, "a datetime");

    private static KustoTypedException NotReadable(string column, string expected) =>
        new($"The value in column '{column}' of the command's result is not {expected}; look at it with the command itself.");
}
