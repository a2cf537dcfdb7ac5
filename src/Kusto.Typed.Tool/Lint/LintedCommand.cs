using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>A command where it was found.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">The text that the command's places count in.</param>
/// <param name="Command">The command.</param>
internal sealed record LintedCommand(LintFile File, LintText Text, StoredCommand Command)
{
    /// <summary>Where the command begins in its file.</summary>
    public int Offset => Text.OffsetInFile(Command.Place.Offset);

    public Finding Finding(FindingRule rule, TextPlace place, string message) =>
        Places.At(File, Text.OffsetInFile(place.Offset), new Finding(rule, message));

    public string Source(TextPlace place) => Text.Value.Substring(place.Offset, place.Length);
}
