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
            .Where(entry => entry.First.Ordinal is not null && entry.First.ConstantValue is null)
            .Select(entry => (entry.First.Ordinal ?? 0, entry.First.Column, entry.Second))
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
        string next = _fields[place].Column;
        string end = _fields[^1].Column;
        bool isOne = first == last;
        string skipped = isOne
            ? $"{Name()} skips the ordinal {Number(first)}: no column takes that field. "
            : $"{Name()} skips the ordinals {Number(first)} to {Number(last)}: no column takes those fields. ";
        string fewer = isOne ? "one field fewer" : $"{Number(last - first + 1)} fields fewer";
        string shift = next == end
            ? $"In a file with {fewer} '{end}' gets no value: it is null or empty in every row."
            : $"In a file with {fewer} the values shift without an error: from '{next}' on each column gets what was meant for "
                + $"{(isOne ? "the next one" : "a later one")}, and the last, '{end}', gets no value: null or empty in every row.";
        string origin = first == 0 ? " Ordinals count from 0." : "";
        return skipped + shift + origin;
    }

    private string Name() => mapping.Mapping.Name.Length > 0 ? $"The mapping '{mapping.Mapping.Name}'" : "The mapping";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
