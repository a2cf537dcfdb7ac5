using System.Globalization;
using System.Text;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Texts as C# string literals.</summary>
internal static class CSharpLiteral
{
    public static string Of(string text)
    {
        StringBuilder literal = new("\"");
        foreach (char character in text)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsPlain(character) => character.ToString(),
                _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return literal.Append('"').ToString();
    }

    // What no editor shows, and what ends a line for the compiler, is written as its number.
    private static bool IsPlain(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
