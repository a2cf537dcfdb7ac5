using System.Globalization;
using System.Text.Json;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>What the values of a column of a file have in common.</summary>
internal sealed class InferredColumn(string header, string name)
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    // From the narrowest: the first that takes every value is the type.
    private static readonly (KustoType Type, Func<string, bool> Takes)[] s_types =
    [
        (KustoType.Bool, text => text is "true" or "false" or "True" or "False" or "TRUE" or "FALSE"),
        (KustoType.Int, text => IsNumber(text) && int.TryParse(text, s_invariant, out _)),
        (KustoType.Long, text => IsNumber(text) && long.TryParse(text, s_invariant, out _)),
        (KustoType.Real, text => IsNumber(text) && IsReal(text)),
        (KustoType.Guid, text => Guid.TryParseExact(text, "D", out _)),
        (KustoType.DateTime, IsDateTime),
        (KustoType.TimeSpan, text => text.Contains(':') && TimeSpan.TryParse(text, s_invariant, out _)),
        (KustoType.Dynamic, IsJson),
    ];

    private readonly bool[] _fits = [.. s_types.Select(_ => true)];

    /// <summary>What the header calls it.</summary>
    public string Header => header;

    /// <summary>What the table calls it.</summary>
    public string Name => name;

    public bool HasEmpty { get; private set; }

    public bool HasValue { get; private set; }

    /// <summary>The narrowest type of all values; text where there is none.</summary>
    public KustoType Type =>
        HasValue && Array.IndexOf(_fits, true) is >= 0 and var place ? s_types[place].Type : KustoType.String;

    public void Add(string text)
    {
        if (text.Length == 0)
        {
            HasEmpty = true;
            return;
        }

        HasValue = true;
        for (int place = 0; place < s_types.Length; place++)
        {
            _fits[place] = _fits[place] && s_types[place].Takes(text);
        }
    }

    // Digits behind a zero are a code, such as that of a town, and would lose the zero.
    private static bool IsNumber(string text)
    {
        string digits = text.StartsWith('-') ? text[1..] : text;
        bool isCode = digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1]) && !isCode;
    }

    private static bool IsReal(string text) =>
        double.TryParse(text, NumberStyles.Float, s_invariant, out double value) && double.IsFinite(value);

    // ISO 8601 alone: 01/02 is in January and in February.
    private static bool IsDateTime(string text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && (text.Length == 10 || text[10] is 'T' or ' ')
        && DateTimeOffset.TryParse(text, s_invariant, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsJson(string text)
    {
        if (text[0] is not ('{' or '['))
        {
            return false;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
