namespace Kusto.Typed;

/// <summary>The formats that the service reads.</summary>
public enum KustoDataFormat
{
    /// <summary>Fields between commas, as RFC 4180.</summary>
    Csv,

    /// <summary>Fields between tabs, quoted as in CSV.</summary>
    Tsv,

    /// <summary>Fields between tabs, with backslash escapes in place of quotes.</summary>
    Tsve,

    /// <summary>Fields between semicolons.</summary>
    Scsv,

    /// <summary>Fields between the characters U+0001.</summary>
    Sohsv,

    /// <summary>Fields between bars.</summary>
    Psv,

    /// <summary>Each line is one string.</summary>
    Txt,

    /// <summary>The whole source is one string.</summary>
    Raw,

    /// <summary>A JSON object on each line.</summary>
    Json,

    /// <summary>The whole source is one JSON object.</summary>
    SingleJson,

    /// <summary>JSON objects one after another or in an array, over any number of lines.</summary>
    MultiJson,

    /// <summary>Avro, read by the service's older reader.</summary>
    Avro,

    /// <summary>Avro, with logical types.</summary>
    ApacheAvro,

    /// <summary>Parquet.</summary>
    Parquet,

    /// <summary>ORC.</summary>
    Orc,

    /// <summary>Microsoft's structured streams.</summary>
    SStream,

    /// <summary>Log files of web servers in the extended format of the W3C.</summary>
    W3CLogFile,
}
