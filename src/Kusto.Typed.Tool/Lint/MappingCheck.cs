using System.Globalization;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Schema;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>What a mapping says wrong by itself, entry by entry.</summary>
internal sealed class MappingCheck(LintedCommand command, StoredMappingCommand mapping)
{
    private readonly IReadOnlyList<StoredMappingEntry> _entries = mapping.Mapping.Entries;

    public IEnumerable<Finding> Check() =>
        _entries.SelectMany((entry, place) => Entry(entry, place)).Concat(new OrdinalCheck(command, mapping).Check());

    private IEnumerable<Finding> Entry(StoredMappingEntry entry, int place)
    {
        TextPlace text = mapping.EntryPlaces[place];
        if (entry.Column.Length == 0)
        {
            yield return command.Finding(
                LintRules.NotAMapping, text, $"Entry {Number(place)} of the mapping names no column; add \"Column\".");
            yield break;
        }

        if (_entries.Take(place).Any(earlier => earlier.Column == entry.Column))
        {
            yield return command.Finding(
                LintRules.MappedTwice, text, $"The column '{entry.Column}' is mapped twice; leave one of the entries out.");
        }

        if (entry.DataType is { } type && !TypeNames.TryParse(type, out _))
        {
            yield return command.Finding(
                LintRules.UnknownType,
                text,
                $"The mapping gives the column '{entry.Column}' the type '{type}', which is none of Kusto's: {TypeNames.All}.");
        }

        foreach (Finding finding in Source(entry, text))
        {
            yield return finding;
        }
    }

    // What fills the column: a field, a constant, or what the service knows of the source; one of them.
    private IEnumerable<Finding> Source(StoredMappingEntry entry, TextPlace text)
    {
        KustoTransform transform = KustoTransform.None;
        bool isKnown = entry.Transform is null || Enum.TryParse(entry.Transform, ignoreCase: true, out transform);
        if (!isKnown || transform > KustoTransform.DateTimeFromUnixNanoseconds)
        {
            yield return command.Finding(
                LintRules.NoTransform,
                text,
                $"The column '{entry.Column}' has the transformation '{entry.Transform}', which CSV mappings do not have; "
                    + "they have SourceLocation, SourceLineNumber and, for datetimes, DateTimeFromUnixSeconds and its kin.");
        }

        bool isOfSource = transform is KustoTransform.SourceLocation or KustoTransform.SourceLineNumber;
        if (entry.Ordinal is { } ordinal && (entry.ConstantValue is not null || isOfSource))
        {
            string other = entry.ConstantValue is not null ? "a constant" : $"the transformation {transform}";
            yield return command.Finding(
                LintRules.FilledTwice,
                text,
                $"The column '{entry.Column}' has {other} and the ordinal {Number(ordinal)}; one of them fills it, not both.");
        }
        else if (entry.Ordinal is null && entry.ConstantValue is null && !isOfSource)
        {
            yield return command.Finding(
                LintRules.FilledByNothing,
                text,
                $"The entry of the column '{entry.Column}' has no ordinal and no constant: it stays empty in every row.");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
