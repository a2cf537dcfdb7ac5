using System.Text;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Management;

/// <summary>A row order as commands write it, <c>(['A'] asc, ['B'] desc)</c>, which is also one of its answers.</summary>
internal static class RowOrderText
{
    public static string ToJson(string text)
    {
        StringBuilder json = new("[");
        foreach (string key in CslColumns.Split(text.Trim().TrimStart('(').TrimEnd(')')))
        {
            string trimmed = key.Trim();
            int blank = trimmed.LastIndexOf(' ');
            string name = blank < 0 ? trimmed : trimmed[..blank].Trim();
            json.Append(json.Length > 1 ? "," : "").Append(new PolicyJson()
                .Add("ColumnName", CslColumns.Unquoted(name))
                .Add("Order", blank < 0 ? "asc" : trimmed[(blank + 1)..]));
        }

        return json.Append(']').ToString();
    }
}
