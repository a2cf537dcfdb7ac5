using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kusto.Typed.Schema;

/// <summary>An ingestion mapping for CSV: which field of a record goes to which column.</summary>
public sealed class CsvMapping
{
    private CsvMapping(string name, IReadOnlyList<ColumnSchema> columns)
    {
        Name = name;
        Columns = columns;
    }

    /// <summary>The mapping's name, under which the table keeps it.</summary>
    public string Name { get; }

    /// <summary>The columns that are filled: each by a field, a constant or what the service knows of the source.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>The mapping as JSON, in the form that <c>.create ingestion csv mapping</c> takes.</summary>
    /// <remarks>Without data types: with them queued ingestion would add columns that a table lacks.</remarks>
    public string ToJson()
    {
        StringBuilder json = new("[");
        foreach (ColumnSchema column in Columns)
        {
            json.Append(json.Length > 1 ? "," : "").Append("{\"Column\":");
            JsonText.AppendString(json, column.Name);
            json.Append(",\"Properties\":{");
            AppendProperties(json, column);
            json.Append("}}");
        }

        return json.Append(']').ToString();
    }

    /// <summary>The name of the mapping.</summary>
    public override string ToString() => Name;

    internal static CsvMapping Of(string table, string? name, IReadOnlyList<ColumnSchema> columns) =>
        new(name ?? NameOf(table, "_csv_" + Hash(columns)), columns);

    private static void AppendProperties(StringBuilder json, ColumnSchema column)
    {
        if (column.ConstantValue is { } constant)
        {
            json.Append("\"ConstValue\":");
            JsonText.AppendString(json, constant);
            return;
        }

        if (column.Ordinal is not null)
        {
            json.Append("\"Ordinal\":\"").Append(Ordinal(column)).Append('"');
        }

        if (column.Transform != KustoTransform.None)
        {
            json.Append(column.Ordinal is null ? "" : ",").Append("\"Transform\":\"").Append(column.Transform).Append('"');
        }
    }

    // The mappings of a table are its own, so that a long name can lose its end.
    private static string NameOf(string table, string suffix) =>
        table.Substring(0, Math.Min(table.Length, EntityName.MaxLength - suffix.Length)) + suffix;

    // Old and new versions of an application ingest side by side: each shape has a mapping of its own. What is hashed
    // is this list and nothing else, so that another spelling of the JSON changes no name.
    private static string Hash(IReadOnlyList<ColumnSchema> columns)
    {
        StringBuilder tuples = new();
        foreach (ColumnSchema column in columns)
        {
            tuples.Append(column.Name).Append('\t').Append(Ordinal(column));
            if (column.Transform != KustoTransform.None)
            {
                tuples.Append('\t').Append(column.Transform);
            }

            if (column.ConstantValue is { } constant)
            {
                tuples.Append("\t=").Append(constant.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(constant);
            }

            tuples.Append('\n');
        }

        using SHA256 sha256 = SHA256.Create();
        byte[] hash = sha256.ComputeHash(Encoding.UTF8.GetBytes(tuples.ToString()));
        return string.Concat(hash.Take(4).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string Ordinal(ColumnSchema column) =>
        column.Ordinal?.ToString(CultureInfo.InvariantCulture) ?? "";
}
