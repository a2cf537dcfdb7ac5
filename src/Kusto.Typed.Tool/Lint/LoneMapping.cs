using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tool.Lint;

/// <summary>A mapping's JSON that stands without its command, as a literal or a file of its own.</summary>
internal static class LoneMapping
{
    /// <summary>The name that such a mapping and its table have.</summary>
    public const string NoName = "";

    /// <summary>Null: the text is no CSV mapping, or not surely one.</summary>
    public static StoredMappingCommand? Read(LintText text)
    {
        string json = text.Value.Trim();
        if (!json.StartsWith('[')
            || !json.Contains("Ordinal", StringComparison.OrdinalIgnoreCase)
            || json.Contains(LintText.Hole))
        {
            return null;
        }

        // The command that it is made for says where its entries are.
        string quoted = Quote(json);
        int shift = text.Value.IndexOf('[', StringComparison.Ordinal) - (quoted.Length - json.Length - 3);
        List<CommandFormatException> unreadable = [];
        StoredMappingCommand? command = CommandParser.ParseScript(quoted, unreadable)
            .OfType<StoredMappingCommand>().FirstOrDefault();
        return command is null || !command.Mapping.Entries.All(entry => entry.Column.Length > 0)
            ? null
            : command with
            {
                Owner = NoName,
                NamePlace = default,
                Place = new TextPlace(command.JsonPlace.Offset + 3 + shift, json.Length),
                JsonPlace = new TextPlace(command.JsonPlace.Offset + 3 + shift, json.Length),
                EntryPlaces = [.. command.EntryPlaces.Select(place => place with { Offset = place.Offset + shift })],
            };
    }

    private static string Quote(string json) => $".create table T ingestion csv mapping '' ```{json}```";
}
