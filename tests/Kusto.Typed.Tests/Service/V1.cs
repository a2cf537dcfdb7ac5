using System.Text.Json;

namespace Kusto.Typed.Tests.Service;

/// <summary>Answers of the v1 protocol.</summary>
internal static class V1
{
    /// <summary>One table; values are JSON text.</summary>
    public static string Table(string[] columns, params string[][] rows) =>
        $$"""{"Tables":[{"TableName":"Table_0","Columns":[{{string.Join(",", columns.Select(Column))}}],"Rows":[{{
            string.Join(",", rows.Select(row => $"[{string.Join(",", row)}]"))}}]}]}""";

    public static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    public static string Error(string code, string message, bool? permanent)
    {
        string said = permanent switch { null => "", true => ",\"@permanent\":true", false => ",\"@permanent\":false" };
        return $$"""{"error":{"code":"{{code}}","message":"Request failed.","@message":{{Text(message)}},"@type":"T","""
            + $$""" "@context":{"activityId":"body-activity"}{{said}}} }""";
    }

    private static string Column(string column) =>
        $$"""{"ColumnName":{{Text(column)}},"DataType":"String","ColumnType":"string"}""";
}
