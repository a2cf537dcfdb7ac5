namespace Kusto.Typed.Schema;

/// <summary>What is known of the transformations of CSV mappings.</summary>
internal static class KustoTransforms
{
    /// <summary>True where a CSV mapping may have it.</summary>
    public static bool IsOfCsv(KustoTransform transform) =>
        transform is >= KustoTransform.None and <= KustoTransform.DateTimeFromUnixNanoseconds;

    /// <summary>True where the column is filled without a field.</summary>
    public static bool IsWithoutField(KustoTransform transform) =>
        transform is KustoTransform.SourceLocation or KustoTransform.SourceLineNumber;

    /// <summary>True where the field is a number and the column a datetime.</summary>
    public static bool IsUnixTime(KustoTransform transform) =>
        transform is >= KustoTransform.DateTimeFromUnixSeconds and <= KustoTransform.DateTimeFromUnixNanoseconds;

    /// <summary>The type of the column that the transformation fills.</summary>
    public static KustoType ColumnType(KustoTransform transform) => transform switch
    {
        KustoTransform.SourceLocation => KustoType.String,
        KustoTransform.SourceLineNumber => KustoType.Long,
        _ => KustoType.DateTime,
    };
}
