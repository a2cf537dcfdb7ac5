using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Generator.Emission;

/// <summary>Texts as C# literals, as readable as they can be.</summary>
internal static class Literal
{
    private const string Fence = "\"\"\"";

    /// <summary>A plain literal, or a raw one where that spares escapes and can hold the text.</summary>
    public static string Of(string text)
    {
        string plain = SymbolDisplay.FormatLiteral(text, quote: true);
        return plain.Length > text.Length + 2 && CanBeRaw(text) ? Fence + text + Fence : plain;
    }

    private static bool CanBeRaw(string text) =>
        text.Length > 0
        && text[0] != '"'
        && text[text.Length - 1] != '"'
        && !text.Contains(Fence)
        && text.All(character => character is >= ' ' and <= '~');
}
