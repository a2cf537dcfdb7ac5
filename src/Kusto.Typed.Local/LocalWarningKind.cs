namespace Kusto.Typed.Local;

/// <summary>What the endpoint repaired or replaced, as Kusto does without a word.</summary>
public enum LocalWarningKind
{
    /// <summary>The text is no value of the column's type: null was stored.</summary>
    UnparsableValue = 1,

    /// <summary>A quoted empty field of a column that is no string: null was stored.</summary>
    QuotedEmptyValue = 2,

    /// <summary>A string of more than 1 MiB, or than its column's encoding allows: it was cut.</summary>
    StringTruncated = 3,

    /// <summary>A dynamic of more than 1 MiB, or than its column's encoding allows: null was stored.</summary>
    DynamicTooLarge = 4,

    /// <summary>A dynamic that is no JSON: its text was stored as a string.</summary>
    MalformedJson = 5,

    /// <summary>A number within a dynamic had more digits than a double keeps: it was rounded.</summary>
    DynamicNumberRounded = 6,

    /// <summary>Bytes that are no UTF-8: U+FFFD stands in their place.</summary>
    InvalidUtf8 = 7,

    /// <summary>A NUL character, which was kept; what the service does with it is not documented.</summary>
    NulCharacter = 8,

    /// <summary>The source began with a byte order mark, which was left out.</summary>
    ByteOrderMark = 9,

    /// <summary>A blank line, which was skipped.</summary>
    BlankLine = 10,

    /// <summary>
    /// All records have fewer fields than the mapping asks for: null was stored in the columns beyond.
    /// </summary>
    MissingFields = 11,

    /// <summary>All records have more fields than the mapping asks for: the rest was ignored.</summary>
    ExtraFields = 12,
}
