namespace Kusto.Typed.Ingestion.Sources;

/// <summary>
/// What the reader of rows would take and read as something that the author of a file may not have meant.
/// </summary>
internal static class FieldRules
{
    /// <summary>What is wrong with the text of a column; null: nothing that is looked for here.</summary>
    public static string? Problem(KustoType type, ReadOnlySpan<byte> text) => type switch
    {
        // 1,5 is fifteen to .NET and one and a half to half of Europe.
        KustoType.Real when text.Contains((byte)',') =>
            "the number has a comma, which may divide thousands or decimals; write it with a point alone",
        KustoType.DateTime when !BeginsWithDate(text) =>
            "the text does not begin as 2026-01-31 does; times are ISO 8601, since 01/02 is in January and in February",
        KustoType.DateTime when HasFinerTicks(text) =>
            "the time has more than seven digits of a second, the most that Kusto keeps",
        _ => null,
    };

    private static bool BeginsWithDate(ReadOnlySpan<byte> text)
    {
        const string Shape = "0000-00-00";
        if (text.Length < Shape.Length || (text.Length > Shape.Length && text[Shape.Length] is not ((byte)'T' or (byte)' ')))
        {
            return false;
        }

        for (int place = 0; place < Shape.Length; place++)
        {
            bool fits = Shape[place] == '-' ? text[place] == (byte)'-' : char.IsAsciiDigit((char)text[place]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasFinerTicks(ReadOnlySpan<byte> text)
    {
        const int DigitsOfTicks = 7;
        ReadOnlySpan<byte> fraction = text[(text.IndexOf((byte)'.') + 1)..];
        int digits = fraction.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        fraction = digits < 0 ? fraction : fraction[..digits];
        return fraction.Length < text.Length
            && fraction.Length > DigitsOfTicks
            && fraction[DigitsOfTicks..].ContainsAnyExcept((byte)'0');
    }
}
