using Kusto.Typed.Schema;

namespace Kusto.Typed.Csv;

/// <summary>What Kusto takes of a value and of a record, in bytes of UTF-8.</summary>
/// <remarks>Beyond them it cuts a string and nulls a dynamic without an error.</remarks>
internal static class CsvLimits
{
    /// <summary>The largest string or dynamic value of a column without an encoding of its own, 1 MiB.</summary>
    public const int MaxValueBytes = 1024 * 1024;

    /// <summary>The largest record, 64 MB.</summary>
    public const int MaxRecordBytes = 64 * 1024 * 1024;

    /// <summary>The largest value of a column, never below <see cref="MaxValueBytes"/>.</summary>
    /// <remarks>Asked only of a value that is larger than that, so that most values cost nothing here.</remarks>
    public static int MaxValueBytesOf(ColumnSchema column) => column.Encoding switch
    {
        KustoEncoding.BigObject => 2 * MaxValueBytes,
        KustoEncoding.BigObject32 => 32 * MaxValueBytes,
        _ => MaxValueBytes,
    };
}
