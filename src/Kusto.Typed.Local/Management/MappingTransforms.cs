using Kusto.Typed.Local.Storage;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>The transformations of a mapping: which there are, what they read and what they fill.</summary>
internal static class MappingTransforms
{
    private const string OfCsv =
        "SourceLocation, SourceLineNumber, DateTimeFromUnixSeconds, DateTimeFromUnixMilliseconds, "
        + "DateTimeFromUnixMicroseconds and DateTimeFromUnixNanoseconds";

    /// <summary>Reads the name of a transformation, in any case; null and <c>None</c> are none.</summary>
    /// <exception cref="RequestRefusedException">CSV has no such transformation.</exception>
    public static MappingTransform Read(string? name, string column)
    {
        if (string.IsNullOrEmpty(name))
        {
            return MappingTransform.None;
        }

        // Enum.TryParse alone takes numbers and lists of names too.
        return Enum.TryParse(name, ignoreCase: true, out MappingTransform transform)
            && string.Equals(transform.ToString(), name, StringComparison.OrdinalIgnoreCase)
            ? transform
            : throw Refusal.InvalidMapping(
                $"The mapping of column '{column}' has the transformation '{name}', which CSV does not have. "
                + $"It has: {OfCsv}.");
    }

    /// <summary>What is wrong with where an element takes its value from; null: nothing.</summary>
    public static string? Problem(MappingElement element)
    {
        bool hasOrdinal = element.Ordinal is not null;
        bool hasConstant = element.ConstValue is not null;
        return element.Transform switch
        {
            MappingTransform.None => hasOrdinal != hasConstant
                ? null
                : "takes either an Ordinal or a ConstValue",
            MappingTransform.SourceLocation or MappingTransform.SourceLineNumber => hasOrdinal || hasConstant
                ? $"takes neither an Ordinal nor a ConstValue beside the transformation {element.Transform}"
                : null,
            _ => hasOrdinal && !hasConstant
                ? null
                : $"takes an Ordinal, the field to read, and no ConstValue for the transformation {element.Transform}",
        };
    }

    /// <summary>The type of column that a transformation fills; null: any.</summary>
    public static KustoType? Type(MappingTransform transform) => transform switch
    {
        MappingTransform.None => null,
        MappingTransform.SourceLocation => KustoType.String,
        MappingTransform.SourceLineNumber => KustoType.Long,
        _ => KustoType.DateTime,
    };
}
