namespace Kusto.Typed.Local.Ingestion;

/// <summary>The formats that are CSV with another delimiter.</summary>
internal static class SourceFormat
{
    /// <summary>The delimiter of a format, by its name in any case.</summary>
    /// <exception cref="RequestRefusedException">The format is not read here.</exception>
    public static byte Delimiter(string? format) =>
        format?.ToUpperInvariant() switch
        {
            "CSV" => (byte)',',
            "TSV" => (byte)'\t',
            "PSV" => (byte)'|',
            "SCSV" => (byte)';',
            "SOHSV" => 1,
            null or "" => throw Refusal.Invalid("The request names no format. Add ?streamFormat=csv to the address."),
            _ => throw Refusal.BadFormat(
                "BadRequest_FormatNotSupported",
                $"The local endpoint does not read the format '{format}'. It reads csv, tsv, psv, scsv and sohsv."),
        };
}
