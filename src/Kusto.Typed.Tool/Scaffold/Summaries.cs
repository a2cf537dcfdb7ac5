namespace Kusto.Typed.Tool.Scaffold;

/// <summary>What documentation comments can say word for word.</summary>
internal static class Summaries
{
    /// <summary>Whether a docstring comes back out of a summary as it went in; true of none.</summary>
    public static bool CanBe(string? docString) =>
        string.IsNullOrEmpty(docString)
        || (OnOneLine(docString) == docString && docString.All(IsPlain));

    /// <summary>The words with one blank between them.</summary>
    public static string OnOneLine(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    // Not what ends a line for the compiler, nor what XML does not take.
    private static bool IsPlain(char character) =>
        character is >= ' ' and not ('\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF')
        && !char.IsSurrogate(character);
}
