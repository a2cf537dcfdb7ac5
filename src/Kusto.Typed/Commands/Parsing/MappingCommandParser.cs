using System.Text;
using System.Text.Json;

namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads what follows <c>ingestion</c> in a command that makes a mapping.</summary>
internal static class MappingCommandParser
{
    private const string Csv = "csv";

    public static StoredMappingCommand Parse(
        CommandScanner scanner, string verb, int start, CommandName owner, bool isOfDatabase)
    {
        string kind = scanner.ReadWord();
        if (kind.Length == 0 || !scanner.TryReadWord("mapping"))
        {
            throw scanner.Unexpected("a kind of mapping and the word 'mapping', as in 'ingestion csv mapping',");
        }

        CommandLiteral name = scanner.ReadLiteral("the name of the mapping in quotes");
        CommandLiteral json = Join(scanner, scanner.ReadLiteral("the mapping's JSON in quotes"));
        StoredMappingCommand command = new(verb, default, kind, owner.Text)
        {
            IsOfDatabase = isOfDatabase,
            OwnerPlace = owner.Place,
            Mapping = new StoredMapping(name.Value, kind == Csv ? Entries(json) : []),
            NamePlace = name.Place,
            JsonPlace = json.Place,
            EntryPlaces = kind == Csv ? Places(json) : [],
        };
        int end = scanner.Position;
        if (scanner.TryReadWord("with"))
        {
            CommandProperties.Parse(scanner);
            end = scanner.Position;
        }

        return command with { Place = new TextPlace(start, end - start) };
    }

    // People break long mappings into a literal for each line, and the service joins them.
    private static CommandLiteral Join(CommandScanner scanner, CommandLiteral literal)
    {
        List<CommandLiteral> parts = [literal];
        int end = scanner.Position;
        for (scanner.SkipBlanks(); LiteralReader.IsStart(scanner.Text, scanner.Position); scanner.SkipBlanks())
        {
            parts.Add(scanner.ReadLiteral("the mapping's JSON in quotes"));
            end = scanner.Position;
        }

        scanner.Position = end;
        int start = literal.Place.Offset;
        return new CommandLiteral(
            string.Concat(parts.Select(part => part.Value)),
            [.. parts.SelectMany(part => part.Offsets)],
            new TextPlace(start, end - start));
    }

    private static IReadOnlyList<StoredMappingEntry> Entries(CommandLiteral json)
    {
        try
        {
            return MappingParser.Parse(json.Value);
        }
        catch (FormatException exception)
        {
            throw new CommandFormatException(Message(exception), Trouble(json, exception), exception);
        }
    }

    // The reader of JSON ends its sentence with the place, which stands beside ours and would say another.
    private static string Message(FormatException exception)
    {
        int place = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string message = place < 0 ? exception.Message : exception.Message[..place];
        return message.Replace(" Change the reader options.", "", StringComparison.Ordinal);
    }

    // The reader of JSON counts bytes within lines, which for nearly all mappings is characters.
    private static int Trouble(CommandLiteral json, FormatException exception)
    {
        if (exception.InnerException is not JsonException { LineNumber: { } line, BytePositionInLine: { } column })
        {
            return json.Place.Offset;
        }

        int start = 0;
        for (long lines = 0; lines < line; lines++)
        {
            start = json.Value.IndexOf('\n', start) + 1;
        }

        int offset = (int)Math.Min(start + column, json.Offsets.Count - 1);
        return offset < 0 ? json.Place.Offset : json.Offsets[offset];
    }

    private static List<TextPlace> Places(CommandLiteral json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json.Value);
        Utf8JsonReader reader = new(bytes);
        List<TextPlace> places = [];
        int start = 0;
        while (reader.Read())
        {
            bool isEntry = reader.CurrentDepth == 1;
            if (isEntry && reader.TokenType == JsonTokenType.StartObject)
            {
                start = Offset((int)reader.TokenStartIndex);
            }
            else if (isEntry && reader.TokenType == JsonTokenType.EndObject)
            {
                places.Add(new TextPlace(start, Offset((int)reader.TokenStartIndex) + 1 - start));
            }
        }

        return places;

        int Offset(int byteIndex) => json.Offsets[Encoding.UTF8.GetCharCount(bytes, 0, byteIndex)];
    }
}
