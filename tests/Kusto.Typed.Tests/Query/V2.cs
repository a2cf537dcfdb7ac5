namespace Kusto.Typed.Tests.Query;

/// <summary>Answers of the v2 protocol; values are JSON text.</summary>
internal static class V2
{
    public const string Header =
        """{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0","IsFragmented":false}""";

    public const string Completion = """{"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}""";

    public const string Properties =
        """
        {"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","TableName":"@ExtendedProperties",
         "Columns":[{"ColumnName":"TableId","ColumnType":"int"}],"Rows":[[1],[2]]}
        """;

    public const string StormColumns =
        """
        [{"ColumnName":"Id","ColumnType":"long"},{"ColumnName":"State","ColumnType":"string"},
         {"ColumnName":"Lat","ColumnType":"real"},{"ColumnName":"Details","ColumnType":"dynamic"}]
        """;

    public static string Frames(params string[] frames) => $"[{string.Join(",\n", frames)}]";

    public static string Rows(params string[][] rows) =>
        $"[{string.Join(",", rows.Select(row => $"[{string.Join(",", row)}]"))}]";

    public static string Primary(string columns, string rows) =>
        "{" + string.Join(",", PrimaryProperties(columns, rows)) + "}";

    public static string[] PrimaryProperties(string columns, string rows) =>
    [
        "\"FrameType\":\"DataTable\"", "\"TableId\":1", "\"TableKind\":\"PrimaryResult\"", "\"TableName\":\"PrimaryResult\"",
        $"\"Columns\":{columns}", $"\"Rows\":{rows}",
    ];

    public static string Storms(params Storm[] storms) => Frames(
        Header, Properties, Primary(StormColumns, Rows([.. storms.Select(storm => storm.ToJson())])), Completion);

    public static string Scalar(string type, params string[][] rows) => Frames(
        Header, Primary($$"""[{"ColumnName":"Value","ColumnType":"{{type}}"}]""", Rows(rows)), Completion);

    /// <summary>The result in pieces, each in a frame of its own.</summary>
    public static string Fragmented(string columns, int announced, params string[] fragments) => Frames(
    [
        Header,
        $$"""{"FrameType":"TableHeader","TableId":1,"TableKind":"PrimaryResult","TableName":"R","Columns":{{columns}}}""",
        .. fragments,
        $$"""{"FrameType":"TableProgress","TableId":1,"TableProgress":50.0}""",
        $$"""{"FrameType":"TableCompletion","TableId":1,"RowCount":{{announced}}}""",
        Completion,
    ]);

    public static string Fragment(string rows, string type = "DataAppend") =>
        $$"""{"FrameType":"TableFragment","TableFragmentType":"{{type}}","TableId":1,"Rows":{{rows}}}""";
}
