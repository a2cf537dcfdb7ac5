using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>What holds for all properties of a row type.</summary>
/// <param name="Target">The type.</param>
/// <param name="Json">The user's JSON context.</param>
/// <param name="Naming">How names of properties become those of columns.</param>
/// <param name="Time">What a time of no kind means where the column does not say it.</param>
/// <param name="Summaries">True where docstrings come from summaries.</param>
/// <param name="Ignored">The properties that a map leaves out.</param>
internal sealed record MemberScope(
    RowTarget Target,
    JsonTypes Json,
    ColumnNaming Naming,
    KustoDateTimeKind Time,
    bool Summaries,
    IReadOnlyList<string> Ignored)
{
    public static MemberScope Of(RowTarget target, JsonTypes json) => new(
        target,
        json,
        new ColumnNaming((KustoNaming)(Attributes.Named(target.Attribute, "Naming") as int? ?? 0)),
        (KustoDateTimeKind)(Attributes.Named(target.Attribute, "DateTimeKind") as int? ?? 0),
        Attributes.Named(target.Attribute, "Summaries") as bool? ?? true,
        Attributes.NamedTexts(target.Attribute, "Ignore"));

    /// <summary>What a time of no kind means in the column.</summary>
    public KustoDateTimeKind TimeOf(ColumnSettings settings) =>
        settings.DateTimeKind == KustoDateTimeKind.Default ? Time : settings.DateTimeKind;

    /// <summary>The docstring of a column: what is given, or its summary.</summary>
    public string? DocStringOf(IPropertySymbol property, ColumnSettings settings) =>
        settings.DocString ?? (Summaries ? Summary.Of(property) : null);
}
