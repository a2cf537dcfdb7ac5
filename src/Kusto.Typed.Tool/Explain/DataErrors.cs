namespace Kusto.Typed.Tool.Explain;

/// <summary>What is wrong with the data itself, or with how a mapping reads it.</summary>
internal static class DataErrors
{
    public static IReadOnlyList<IngestionError> All { get; } =
    [
        Permanent(
            "Stream_WrongNumberOfFields",
            "Records of one source have different numbers of fields.",
            "Look for a separator or a line end that is not in quotes; a CSV source that is checked against a "
            + "row type names the record.",
            "0x80DA0008"),
        Permanent(
            "Stream_ClosingQuoteMissing",
            "A quote is opened in a field of the CSV and not closed.",
            "Write quotes inside of a quoted field twice; RFC 4180 knows no backslash.",
            "0x80DA000B"),
        Permanent(
            "Stream_InputStreamTooLarge",
            "A value, a record or the whole request is larger than the service takes.",
            "Keep a record under 64 MB, and a streamed request under 4 MB before compression; queue what is larger.",
            "0x80DA0009"),
        Permanent(
            "Stream_DynamicPropertyBagTooLarge",
            "The JSON in a dynamic column is larger than the column takes, 1 MiB unless its encoding says otherwise.",
            "Split the value, or set the encoding BigObject or BigObject32 on the column.",
            "0x80DA000E"),
        Permanent(
            "Stream_NoDataToIngest",
            "There is no record in what was sent.",
            "Check that the file is not empty, and that the format named is the file's."),
        Permanent(
            "BadRequest_NoRecordsOrWrongFormat",
            "No record was found: the source is empty, or it is in another format than was said.",
            "Compare the format property with the file, and its first line with the mapping."),
        Permanent(
            "BadRequest_EmptyBlob",
            "The blob has no bytes.",
            "Find out why the writer left it empty; there is nothing to send again."),
        Permanent(
            "BadRequest_InvalidBlob",
            "The blob's content cannot be read in the format that was said: damaged, cut off, or of another format.",
            "Read the file with a tool of its format, then upload it anew."),
        Permanent(
            "BadRequest_InvalidOrEmptyBlob",
            "The blob is empty, or its content cannot be read in the format that was said.",
            "Read the file with a tool of its format, then upload it anew."),
        Permanent(
            "BadRequest_EmptyArchive",
            "The archive holds no file.",
            "Check what packed it; there is nothing to ingest."),
        Permanent(
            "BadRequest_InvalidArchive",
            "The archive cannot be unpacked: damaged, or no zip or gzip in spite of its name.",
            "Unpack it locally; name files .gz or .zip only where they are."),
        Permanent(
            "BadRequest_FileTooLarge",
            "The source is larger than one ingestion takes, 6 GB before compression.",
            "Split it into sources of 100 MB to 1 GB."),
        Permanent(
            "BadRequest_FormatNotSupported",
            "The service does not know the format, or cannot use it here.",
            "Take one of the documented formats, spelled in small letters; streaming takes fewer than queued "
            + "ingestion."),
        Permanent(
            "BadRequest_UnexpectedCharacterInInputStream",
            "The text has a character that its format has no place for.",
            "Look for control characters and for another encoding than UTF-8 near the place that the details name."),
        Permanent(
            "BadRequest_InvalidMapping",
            "The mapping cannot be used: its JSON is not that of a mapping, or does not fit the format.",
            "Apply the schema, whose mapping follows from the type; for CSV each entry has a column and an ordinal."),
        Permanent(
            "BadRequest_InvalidCsvMapping",
            "The CSV mapping's JSON cannot be used.",
            "Each entry has a column and an ordinal, a constant or a transformation."),
        Permanent(
            "BadRequest_InvalidJsonMapping",
            "The JSON mapping cannot be used.",
            "Each entry has a column and a path such as $.id."),
        Permanent(
            "BadRequest_InvalidMappingReference",
            "The name of the mapping cannot be one.",
            "Give the name alone, as '.show table T ingestion mappings' lists it."),
        Permanent(
            "BadRequest_EmptyMappingReference",
            "A mapping was to be used and its name is empty.",
            "Give the mapping's name, or leave the property out."),
        Permanent(
            "BadRequest_MappingReferenceWasNotFound",
            "The table has no mapping of that name and kind.",
            "Apply the schema first; names count their case. After a change wait some minutes, or clear the "
            + "streaming cache of the table."),
        Permanent(
            "BadRequest_MissingMappingtFailure",
            "The format wants a mapping, and none was given. The service spells the code so.",
            "Name a mapping of the table, or send one along."),
        Permanent(
            "BadRequest_MissingMappingFailure",
            "The format wants a mapping, and none was given.",
            "Name a mapping of the table, or send one along."),
        Permanent(
            "BadRequest_MissingJsonMappingtFailure",
            "JSON wants a mapping here, and none was given. The service spells the code so.",
            "Name a JSON mapping of the table, or send one along."),
        Permanent(
            "BadRequest_InconsistentMapping",
            "The mapping does not fit the table: a column is not there, or of another type.",
            "Compare both with 'kusto-typed schema diff', then apply the schema."),
        Permanent(
            "BadRequest_DuplicateMapping",
            "Both a mapping's name and a mapping were sent along.",
            "Send one of the two."),
    ];

    private static IngestionError Permanent(string code, string meaning, string advice, string? number = null) =>
        new(code, IsPermanent: true, meaning, advice) { Number = number };
}
