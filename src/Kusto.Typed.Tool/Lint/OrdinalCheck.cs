using System.Globalization;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>Ordinals that are skipped, and those that two columns share.</summary>
internal sealed class OrdinalCheck(LintedCommand command, StoredMappingCommand mapping)
{
    /// <summary>The entries with an ordinal in its order, each with its place in the text.</summary>
    private readonly List<(int Ordinal, string Column, TextPlace Place)> _fields =
    [
        .. mapping.Mapping.Entries.Zip(mapping.EntryPlaces)
            .Where(entry => entry.First.Ordinal is not null)
            .Select(entry => (entry.First.Ordinal ?? 0, Label(entry.First), entry.Second))
            .OrderBy(entry => entry.Item1),
    ];

    public IEnumerable<Finding> Check()
    {
        int expected = 0;
        for (int place = 0; place < _fields.Count; place++)
        {
            (int ordinal, string column, TextPlace text) = _fields[place];
            if (place > 0 && ordinal == _fields[place - 1].Ordinal)
            {
                yield return command.Finding(
                    LintRules.SharedOrdinal,
                    text,
                    $"The columns '{_fields[place - 1].Column}' and '{column}' have both the ordinal {Number(ordinal)}: "
                        + "one field fills the two of them.");
            }
            else if (ordinal > expected)
            {
                yield return command.Finding(LintRules.Gap, text, Gap(expected, place));
            }

            expected = ordinal + 1;
        }
    }

    private string Gap(int first, int place)
    {
        int last = _fields[place].Ordinal - 1;
        string skipped = first == last
            ? $"{Name()} skips the ordinal {Number(first)}: no column takes that field. "
            : $"{Name()} skips the ordinals {Number(first)} to {Number(last)}: no column takes those fields. ";
        string origin = first == 0 ? " Ordinals count from 0." : "";
        return skipped + Shift(place, last - first + 1) + origin;
    }

    // What becomes of a file that was written without the skipped fields.
    private string Shift(int place, int skipped)
    {
        string fewer = skipped == 1 ? "In a file with one field fewer" : $"In a file with {Number(skipped)} fields fewer";
        string next = _fields[place].Column;
        string end = _fields[^1].Column;
        if (_fields.Count - place <= skipped)
        {
            return next == end
                ? $"{fewer} '{end}' gets no value: it is null or empty in every row."
                : $"{fewer} the columns from '{next}' to '{end}' get no value: they are null or empty in every row.";
        }

        string lost = skipped == 1
            ? $"the last, '{end}', gets no value: it is null or empty in every row."
            : $"the last {Number(skipped)}, from '{_fields[^skipped].Column}' to '{end}', get no value: "
                + "they are null or empty in every row.";
        return $"{fewer} the values shift without an error: from '{next}' on each column gets what was meant for the "
            + $"{(skipped == 1 ? "next one" : $"one {Number(skipped)} places later")}, and {lost}";
    }

    private string Name() => mapping.Mapping.Name.Length > 0 ? $"The mapping '{mapping.Mapping.Name}'" : "The mapping";

    private static string Label(StoredMappingEntry entry) => entry.Column.Length > 0 ? entry.Column : "(no name)";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
