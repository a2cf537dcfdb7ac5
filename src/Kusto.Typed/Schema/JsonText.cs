using System.Globalization;
using System.Text;

namespace Kusto.Typed.Schema;

/// <summary>Strings as JSON, in plain ASCII, where System.Text.Json is not to be had.</summary>
internal static class JsonText
{
    public static void AppendString(StringBuilder json, string? text)
    {
        if (text is null)
        {
            json.Append("null");
            return;
        }

        json.Append('"');
        foreach (char character in text)
        {
            if (character is '"' or '\\')
            {
                json.Append('\\').Append(character);
            }
            else if (character is < ' ' or > '~' or '\'')
            {
                json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(character);
            }
        }

        json.Append('"');
    }
}
