using System.Globalization;

namespace Kusto.Typed.Schema;

/// <summary>Makes the policies of a table, each checked against the ranges that Kusto documents.</summary>
/// <remarks>
/// Durations are texts such as <c>30d</c>, <c>12h</c>, <c>30m</c>, <c>10s</c>, or .NET's <c>[d.]hh:mm:ss</c>. Source: the pages
/// of the policies in the Kusto documentation. What is left null is left out, and is then the service's own default.
/// </remarks>
public static class TablePolicies
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(365_000);

    /// <summary>Rows may be streamed into the table.</summary>
    /// <param name="hintAllocatedRate">The expected rate in GB an hour, more than 0 and up to 4,096; null: none is hinted.</param>
    /// <exception cref="ArgumentException">The rate is out of range.</exception>
    public static TablePolicy StreamingIngestion(double? hintAllocatedRate = null)
    {
        if (hintAllocatedRate is not { } rate)
        {
            return new TablePolicy(PolicyKind.StreamingIngestion, """{"IsEnabled":true}""", "enable");
        }

        Require(
            rate is > 0 and <= 4096,
            $"the rate is {Text(rate)} GB an hour, and it is more than 0 and up to 4096",
            nameof(hintAllocatedRate));
        return new TablePolicy(
            PolicyKind.StreamingIngestion, $$"""{"IsEnabled":true,"HintAllocatedRate":{{Text(rate)}}}""");
    }

    /// <summary>How long queued rows are gathered before they are ingested: until the first border is reached.</summary>
    /// <param name="maximumBatchingTimeSpan">The longest wait, from 10 seconds to 30 minutes; null: the service's, 5 minutes.</param>
    /// <param name="maximumNumberOfItems">The most blobs, from 1 to 25,000; null: the service's, 500.</param>
    /// <param name="maximumRawDataSizeMB">The most data before compression in MB, from 100 to 4,096; null: the service's, 1,024.</param>
    /// <exception cref="ArgumentException">A value is out of range, or none is given.</exception>
    public static TablePolicy IngestionBatching(
        string? maximumBatchingTimeSpan = null, int? maximumNumberOfItems = null, int? maximumRawDataSizeMB = null)
    {
        Require(
            maximumBatchingTimeSpan is not null || maximumNumberOfItems is not null || maximumRawDataSizeMB is not null,
            "nothing is declared of it; give MaximumBatchingTimeSpan, MaximumNumberOfItems or MaximumRawDataSizeMB",
            nameof(maximumBatchingTimeSpan));
        TimeSpan? wait = Duration(
            maximumBatchingTimeSpan, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(30), nameof(maximumBatchingTimeSpan));
        RequireRange(maximumNumberOfItems, 1, 25_000, nameof(maximumNumberOfItems));
        RequireRange(maximumRawDataSizeMB, 100, 4096, nameof(maximumRawDataSizeMB));
        return new TablePolicy(
            PolicyKind.IngestionBatching,
            new PolicyJson()
                .Add("MaximumBatchingTimeSpan", wait)
                .Add("MaximumNumberOfItems", maximumNumberOfItems)
                .Add("MaximumRawDataSizeMB", maximumRawDataSizeMB)
                .ToString());
    }

    /// <summary>How long rows are kept.</summary>
    /// <param name="softDeletePeriod">
    /// How long they can be queried, up to 365,000 days; 0 only without recoverability. Null: the service's, 365,000 days.
    /// </param>
    /// <param name="recoverability">Whether they can be had back for 14 days after that; null: the service's, true.</param>
    /// <exception cref="ArgumentException">The period is out of range, or nothing is given.</exception>
    public static TablePolicy Retention(string? softDeletePeriod = null, bool? recoverability = null)
    {
        Require(
            softDeletePeriod is not null || recoverability is not null,
            "nothing is declared of it; give SoftDeletePeriod or Recoverability",
            nameof(softDeletePeriod));
        TimeSpan? period = Duration(softDeletePeriod, TimeSpan.Zero, s_longest, nameof(softDeletePeriod));
        Require(
            period != TimeSpan.Zero || recoverability == false,
            "a period of 0 keeps no row, which is meant for sources of update policies and wants Recoverability = false",
            nameof(softDeletePeriod));
        string? recoverable = recoverability switch { null => null, true => "Enabled", false => "Disabled" };
        return new TablePolicy(
            PolicyKind.Retention,
            new PolicyJson().Add("SoftDeletePeriod", period).Add("Recoverability", recoverable).ToString());
    }

    /// <summary>How long rows are kept where they are found fast.</summary>
    /// <param name="hot">The time since their ingestion, up to 365,000 days.</param>
    /// <exception cref="ArgumentException">The time is out of range.</exception>
    public static TablePolicy Caching(string hot)
    {
        TimeSpan span = Duration(hot, TimeSpan.Zero, s_longest, nameof(hot))
            ?? throw new ArgumentNullException(nameof(hot));
        return new TablePolicy(
            PolicyKind.Caching,
            new PolicyJson().Add("DataHotSpan", span).ToString(),
            "hot = " + KustoTimeText.ToLiteral(span));
    }

    /// <summary>By which columns rows lie in order, the first first. Two at most are advised.</summary>
    /// <param name="columns">Names of columns, each with <c> desc</c> behind it or <c> asc</c>, which goes without saying.</param>
    /// <exception cref="ArgumentException">No column is given, or one twice.</exception>
    public static TablePolicy RowOrder(params string[] columns)
    {
        Require(columns is { Length: > 0 }, "no column is given", nameof(columns));
        PolicyColumn[] keys = [.. columns.Select(RowOrderKey)];
        Require(
            keys.Select(key => key.Name).Distinct(StringComparer.Ordinal).Count() == keys.Length,
            "a column is given twice",
            nameof(columns));
        IEnumerable<string> json = keys.Select(key =>
            new PolicyJson().Add("ColumnName", key.Name).Add("Order", key.IsDescending ? "desc" : "asc").ToString());
        return new TablePolicy(PolicyKind.RowOrder, $"[{string.Join(",", json)}]", argument: null, keys);
    }

    /// <summary>A query that fills the table from another one whenever rows come into that.</summary>
    /// <param name="source">The table it is run for, of the same database.</param>
    /// <param name="query">The query; its columns are those of this table in order and type.</param>
    /// <param name="isTransactional">True: rows that it fails for do not come into the source either. Null: false.</param>
    /// <param name="propagateIngestionProperties">True: tags and creation time go along. Null: false.</param>
    /// <param name="managedIdentity">On whose behalf: <c>system</c> or an object id; null: nobody's.</param>
    /// <exception cref="ArgumentException">The source or the query is empty, or the source no name.</exception>
    public static TablePolicy Update(
        string source,
        string query,
        bool? isTransactional = null,
        bool? propagateIngestionProperties = null,
        string? managedIdentity = null)
    {
        Require(!string.IsNullOrWhiteSpace(query), "the query is empty", nameof(query));
        Require(
            EntityName.Problem(source ?? "") is null,
            $"the source '{source}' is no name of a table: {EntityName.Problem(source ?? "")}",
            nameof(source));
        string json = new PolicyJson()
            .Add("IsEnabled", true)
            .Add("Source", source)
            .Add("Query", query)
            .Add("IsTransactional", isTransactional)
            .Add("PropagateIngestionProperties", propagateIngestionProperties)
            .Add("ManagedIdentity", managedIdentity)
            .ToString();
        return new TablePolicy(PolicyKind.Update, $"[{json}]");
    }

    /// <summary>When the table is dropped.</summary>
    /// <param name="expiryDate">The day or instant in UTC, such as <c>2030-06-01</c>.</param>
    /// <param name="deleteIfNotEmpty">True: with its rows. Null: false, so that a table with rows stays.</param>
    /// <exception cref="ArgumentException">The date is none.</exception>
    public static TablePolicy AutoDelete(string expiryDate, bool? deleteIfNotEmpty = null) => new(
        PolicyKind.AutoDelete,
        new PolicyJson()
            .Add("ExpiryDate", Instant(expiryDate, nameof(expiryDate)))
            .Add("DeleteIfNotEmpty", deleteIfNotEmpty)
            .ToString());

    internal static void Require(bool condition, string problem, string name)
    {
        if (!condition)
        {
            throw new PolicyProblemException(problem, name);
        }
    }

    internal static void RequireRange(int? value, int least, int most, string name) => Require(
        value is null || (value >= least && value <= most),
        FormattableString.Invariant($"{PropertyName(name)} is {value}, and it is from {least} to {most}"),
        name);

    internal static TimeSpan? Duration(string? text, TimeSpan least, TimeSpan most, string name)
    {
        if (text is null)
        {
            return null;
        }

        Require(
            KustoTimeText.TryParse(text, out TimeSpan value),
            $"'{text}' is no duration; write one as 30d, 12h, 30m, 10s or 1.02:30:00",
            name);
        Require(
            value >= least && value <= most,
            $"{PropertyName(name)} is {text}, and it is from {KustoTimeText.ToLiteral(least)} to {KustoTimeText.ToLiteral(most)}",
            name);
        return value;
    }

    /// <summary>An instant as the service writes it: a date alone where it is a midnight.</summary>
    internal static string Instant(string text, string name)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK"];
        Require(
            DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, Utc, out DateTime value),
            $"'{text}' is no date; write one as 2030-06-01 or 2030-06-01T12:00:00Z",
            name);
        string form = value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'";
        return value.ToString(form, CultureInfo.InvariantCulture);
    }

    private static PolicyColumn RowOrderKey(string text)
    {
        const string Ascending = " asc";
        const string Descending = " desc";
        bool isDescending = text.EndsWith(Descending, StringComparison.Ordinal);
        int ending = isDescending ? Descending.Length
            : text.EndsWith(Ascending, StringComparison.Ordinal) ? Ascending.Length
            : 0;
        return new PolicyColumn(text.Substring(0, text.Length - ending), isDescending);
    }

    private static string PropertyName(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
