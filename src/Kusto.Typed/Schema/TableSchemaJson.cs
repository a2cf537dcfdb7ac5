using System.Globalization;
using System.Text;

namespace Kusto.Typed.Schema;

/// <summary>A table's schema as JSON. What a column does not declare is not in it.</summary>
internal static class TableSchemaJson
{
    public static string Of(TableSchema table)
    {
        StringBuilder json = new();
        AppendMember(json, "{\"table\":", table.Name);
        AppendMember(json, ",\"folder\":", table.Folder);
        AppendMember(json, ",\"docString\":", table.DocString);
        AppendMember(json, ",\"mapping\":", table.Mapping.Name);
        json.Append(",\"columns\":[");
        foreach (ColumnSchema column in table.Columns)
        {
            json.Append(column.Position > 0 ? "," : "");
            AppendColumn(json, column);
        }

        json.Append("],\"policies\":{");
        for (int place = 0; place < table.Policies.Count; place++)
        {
            TablePolicy policy = table.Policies[place];
            json.Append(place > 0 ? "," : "").Append('"').Append(policy.CommandName).Append("\":").Append(policy.Json);
        }

        return json.Append("}}").ToString();
    }

    private static void AppendColumn(StringBuilder json, ColumnSchema column)
    {
        AppendMember(json, "{\"name\":", column.Name);
        AppendMember(json, ",\"type\":", column.Type.ToKusto());
        AppendMember(json, ",\"docString\":", column.DocString);
        if (column.Ordinal is { } ordinal && ordinal != column.Position)
        {
            json.Append(",\"ordinal\":").Append(ordinal.ToString(CultureInfo.InvariantCulture));
        }

        AppendDeclared(json, ",\"constantValue\":", column.ConstantValue);
        AppendDeclared(json, ",\"transform\":", column.Transform == KustoTransform.None ? null : column.Transform.ToString());
        AppendDeclared(json, ",\"encoding\":", column.Encoding == KustoEncoding.Default ? null : column.Encoding.ToString());
        AppendDeclared(json, ",\"renamedFrom\":", column.RenamedFrom);
        json.Append('}');
    }

    private static void AppendDeclared(StringBuilder json, string opening, string? text)
    {
        if (text is not null)
        {
            AppendMember(json, opening, text);
        }
    }

    private static void AppendMember(StringBuilder json, string opening, string? text)
    {
        json.Append(opening);
        JsonText.AppendString(json, text);
    }
}
