namespace Kusto.Typed;

/// <summary>What a mapping makes of a field, or fills a column with in place of one.</summary>
/// <remarks>
/// Source: "Mapping transformations" in the Kusto documentation. The last three are none of CSV mappings; they stand here
/// so that asking for one is an error that says so.
/// </remarks>
public enum KustoTransform
{
    /// <summary>The field is the value.</summary>
    None = 0,

    /// <summary>A <c>string</c> without a field: the name of the source, such as its blob.</summary>
    SourceLocation = 1,

    /// <summary>A <c>long</c> without a field: the number of the record in its source, from 1.</summary>
    SourceLineNumber = 2,

    /// <summary>A <c>datetime</c> from a field with the seconds since 1970-01-01.</summary>
    DateTimeFromUnixSeconds = 3,

    /// <summary>A <c>datetime</c> from a field with the milliseconds since 1970-01-01.</summary>
    DateTimeFromUnixMilliseconds = 4,

    /// <summary>A <c>datetime</c> from a field with the microseconds since 1970-01-01.</summary>
    DateTimeFromUnixMicroseconds = 5,

    /// <summary>A <c>datetime</c> from a field with the nanoseconds since 1970-01-01.</summary>
    DateTimeFromUnixNanoseconds = 6,

    /// <summary>An array of property bags as one bag: of JSON, Parquet, Avro and ORC only.</summary>
    PropertyBagArrayToDictionary = 7,

    /// <summary>An object without the members that other columns have: of JSON, Parquet, Avro and ORC only.</summary>
    DropMappedFields = 8,

    /// <summary>Bytes as base64: of Avro only.</summary>
    BytesAsBase64 = 9,
}
