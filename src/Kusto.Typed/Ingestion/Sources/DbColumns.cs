using System.Data.Common;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Finds the field of a data reader for each column of a table.</summary>
internal static class DbColumns
{
    private const string Source = "data reader";

    /// <exception cref="KustoSourceException">A column has no field, or a field no column or none of its type.</exception>
    public static IReadOnlyList<DbField> Find(DbDataReader reader, TableSchema table, KustoDbSourceOptions options)
    {
        List<RecordProblem> problems = [];
        int[] places = Places(reader, table, options, problems);
        List<DbField> columns = [];
        foreach (ColumnSchema column in table.Fields)
        {
            // A field that belongs to no column stays empty.
            while (columns.Count < column.Ordinal)
            {
                columns.Add(new DbField(-1, column.Type, typeof(DBNull), (_, _, ref _) => { }));
            }

            int place = places[column.Position];
            Type source = place < 0 ? typeof(DBNull) : reader.GetFieldType(place);
            DbFieldWriter? writer = place < 0 ? (_, _, ref _) => { } : DbFieldWriters.Find(source, column.FieldType);
            if (writer is null)
            {
                problems.Add(Problem(
                    column.Name,
                    $"the field is a {source.Name}, which goes to {DbFieldWriters.ColumnsOf(source)} and, since it would "
                    + $"lose something or need a format, not to {column.FieldType}; convert it in the query"));
            }
            else
            {
                columns.Add(new DbField(place, column.FieldType, source, writer));
            }
        }

        return problems.Count == 0 ? columns : throw new KustoSourceException(problems, more: false);
    }

    private static int[] Places(
        DbDataReader reader, TableSchema table, KustoDbSourceOptions options, List<RecordProblem> problems)
    {
        StringComparison comparison = options.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        int[] places = [.. Enumerable.Repeat(-1, table.Columns.Count)];
        for (int place = 0; place < reader.FieldCount; place++)
        {
            string name = reader.GetName(place);
            string wanted = options.ColumnNames?.GetValueOrDefault(name) ?? name;
            ColumnSchema? column = table.Fields.FirstOrDefault(column => string.Equals(column.Name, wanted, comparison));
            if (column is null && !options.IgnoreUnknownColumns)
            {
                problems.Add(Problem(null, $"the field '{name}' is no column of {table.Name}; leave it out of the query, or "
                    + $"set {nameof(KustoDbSourceOptions.IgnoreUnknownColumns)}"));
            }
            else if (column is not null && places[column.Position] >= 0)
            {
                problems.Add(Problem(column.Name, "two fields have its name; leave one out of the query"));
            }
            else if (column is not null)
            {
                places[column.Position] = place;
            }
        }

        if (!options.AllowMissingColumns)
        {
            problems.AddRange(table.Fields.Where(column => places[column.Position] < 0).Select(column => Problem(
                column.Name,
                $"no field has its name; return it, or set {nameof(KustoDbSourceOptions.AllowMissingColumns)} to have it null")));
        }

        return places;
    }

    private static RecordProblem Problem(string? column, string reason) => new(Source, 0, 0, column, reason);
}
