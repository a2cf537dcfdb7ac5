namespace Kusto.Typed.Csv;

/// <summary>What records are told apart by.</summary>
/// <param name="Separator">What stands between two fields, an ASCII character that is no quote and no line end.</param>
/// <param name="HasQuotes">False where a quote is a character like any other.</param>
internal readonly record struct CsvForm(byte Separator, bool HasQuotes);

/// <summary>What is wrong with the form of a record.</summary>
internal enum CsvFlaw
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A quote in a field that does not begin with one.</summary>
    StrayQuote,

    /// <summary>Text between a closing quote and the next separator or line end.</summary>
    TextAfterQuote,

    /// <summary>A quote that is not closed up to the end: nobody knows how many records are behind it.</summary>
    OpenQuote,
}
