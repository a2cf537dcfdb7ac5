using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Kusto.Typed.Query;

namespace Kusto.Typed;

/// <summary>A query, with the values that it was given apart from its text.</summary>
/// <remarks>
/// Made from an interpolated string, each hole becomes a query parameter: its value travels beside the text and can
/// never be read as a part of it. A hole stands where a value may stand: not in a name, in quotes or in a comment.
/// Made from a plain string, the text is sent as it is: an interpolated string that was first kept in a
/// <see cref="string"/> variable is such a plain string, and its values are text.
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

    /// <summary>A query of this text, sent as it is.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public KustoQuery(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        _text = new StringBuilder(text);
    }

    /// <summary>What the compiler begins an interpolated string with.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public KustoQuery(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (8 * formattedCount));

    /// <summary>The text as it is sent: the declaration of the parameters, if there are any, and the query.</summary>
    public string Text => _declarations.Count == 0
        ? _text.ToString()
        : $"declare query_parameters({string.Join(", ", _declarations)});\n{_text}";

    /// <summary>The parameters: their names and, as literals of the query language, their values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    /// <summary>A query of this text, sent as it is.</summary>
    public static implicit operator KustoQuery(string text) => new(text);

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

    /// <summary>Adds a value of type <c>int</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(int? value) => Add("int", QueryLiteral.Of("int", value));

    /// <summary>Adds a value of type <c>long</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(long? value) => Add("long", QueryLiteral.Of("long", value));

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
