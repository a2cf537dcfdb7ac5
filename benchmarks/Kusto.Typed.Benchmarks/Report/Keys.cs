namespace Kusto.Typed.Benchmarks.Report;

/// <summary>How contenders are called in the results, and how a reader knows them.</summary>
internal static class Keys
{
    public const string Ours = "ours";
    public const string OursBlind = "ours_blind";
    public const string CsvHelper = "csvhelper34";
    public const string CsvHelperByHand = "csvhelper34_by_hand";
    public const string DataReader = "datareader";
    public const string Json = "json";
    public const string Join = "join";
    public const string GetBytes = "getbytes";
    public const string Copy = "memcpy";
    public const string Gzip = "gzip";
    public const string Node = "node";

    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        [Ours] = "Kusto.Typed",
        [OursBlind] = "Kusto.Typed without looking ahead",
        [CsvHelper] = "CsvHelper 34, source-generated",
        [CsvHelperByHand] = "CsvHelper 34, `WriteField` by hand",
        [DataReader] = "reflection data reader to CSV",
        [Json] = "System.Text.Json, source-generated",
        [Join] = "`string.Join` and UTF-8",
        [GetBytes] = "limit: `UTF8.GetBytes` of the strings alone",
        [Copy] = "limit: copying the finished CSV",
        [Gzip] = "limit: gzip alone of the same bytes",
        [Node] = "official Node client, the same CSV",
    };

    /// <summary>The name of a contender; a row that is none is called by its key.</summary>
    public static string Name(string key) => s_names.GetValueOrDefault(key, key);
}
