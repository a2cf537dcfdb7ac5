using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Kusto.Typed.Query;

namespace Kusto.Typed;

/// <summary>A query, with the values that it was given apart from its text.</summary>
/// <remarks>
/// It is made from an interpolated string, of which each hole becomes a query parameter: its value travels beside the
/// text and can never be read as a part of it. A hole stands where a value may stand: not in a name, in quotes or in a
/// comment. A string is no query, so that no value is lost in one unseen: write <c>$"StormEvents"</c>, or
/// <see cref="Raw"/> for a text that was put together.
/// </remarks>
/// <example>
/// <code>
/// await foreach (StormEvent storm in kusto.QueryAsync&lt;StormEvent&gt;(
///     "Samples", $"StormEvents | where State == {state} and StartTime > {since} | take {count}"))
/// </code>
/// </example>
[InterpolatedStringHandler]
public sealed class KustoQuery
{
    private readonly StringBuilder _text;
    private readonly List<KeyValuePair<string, string>> _parameters = [];
    private readonly List<string> _declarations = [];
    private readonly QueryTextScanner _scanner = new();

    /// <summary>What the compiler begins an interpolated string with.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public KustoQuery(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (8 * formattedCount));

    /// <summary>The text as it is sent: the declaration of the parameters, if there are any, and the query.</summary>
    public string Text => _declarations.Count == 0
        ? _text.ToString()
        : $"declare query_parameters({string.Join(", ", _declarations)});\n{_text}";

    /// <summary>The parameters: their names and, as literals of the query language, their values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    /// <summary>A query of a text that was put together elsewhere, sent as it is.</summary>
    /// <remarks>
    /// Nothing in it is a parameter: what a user typed does not belong in it, and the name of a table only by
    /// <see cref="Commands.KustoText.Name"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static KustoQuery Raw(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        KustoQuery query = new(text.Length, formattedCount: 0);
        query._text.Append(text);
        return query;
    }

    /// <summary>The text without the values.</summary>
    public override string ToString() => Text;

    /// <summary>Adds text between holes.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string text)
    {
        _scanner.Read(text);
        _text.Append(text);
    }

    /// <summary>Adds a value of type <c>string</c>; a null is the empty string, as Kusto has no other.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(string? value) => Add("string", QueryLiteral.Of(value));

    /// <summary>Adds a value of type <c>string</c>: a text of one character.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(char? value) => AppendFormatted(value?.ToString());

    /// <summary>Adds a value of type <c>int</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(int? value) => Add("int", QueryLiteral.Of("int", value));

    /// <summary>Adds a value of type <c>long</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(long? value) => Add("long", QueryLiteral.Of("long", value));

    /// <summary>Adds a value of type <c>decimal</c>, which is what a <see cref="ulong"/> is in a column.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(ulong? value) => AppendFormatted((decimal?)value);

    /// <summary>Adds a value of type <c>real</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(double? value) => Add("real", QueryLiteral.Of(value));

    /// <summary>Adds a value of type <c>decimal</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(decimal? value) => Add("decimal", QueryLiteral.Of("decimal", value));

    /// <summary>Adds a value of type <c>bool</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(bool? value) => Add("bool", QueryLiteral.Of(value));

    /// <summary>Adds a value of type <c>datetime</c>: a local time is converted, one of no kind is UTC.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(DateTime? value) => Add("datetime", QueryLiteral.Of(value));

    /// <summary>Adds a value of type <c>datetime</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(DateTimeOffset? value) => Add("datetime", QueryLiteral.Of(value?.UtcDateTime));

    /// <summary>Adds a value of type <c>timespan</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(TimeSpan? value) => Add("timespan", QueryLiteral.Of("timespan", value));

    /// <summary>Adds a value of type <c>guid</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Guid? value) => Add("guid", QueryLiteral.Of("guid", value));

    private void Add(string type, string literal)
    {
        // A column hides a parameter of its name: hence one that columns do not have.
        string name = string.Create(CultureInfo.InvariantCulture, $"_p{_parameters.Count}");
        _scanner.ReadHole();
        _text.Append(name);
        _declarations.Add($"{name}:{type}");
        _parameters.Add(new KeyValuePair<string, string>(name, literal));
    }
}
