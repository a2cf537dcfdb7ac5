using System.Data.Common;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>The record that a data reader stands on, with the way of each of its fields into a column.</summary>
internal sealed class DbRecord(DbDataReader reader, IReadOnlyList<DbField> columns)
{
    public DbDataReader Reader => reader;

    /// <summary>One for each column of the table, in its order.</summary>
    public IReadOnlyList<DbField> Columns => columns;
}

/// <summary>How a column of the table is filled.</summary>
/// <param name="Place">The field of the data reader; -1: none, the column is null.</param>
/// <param name="Type">The column's type.</param>
/// <param name="Source">The field's .NET type; object where each value has its own.</param>
/// <param name="Write">Writes the field that the reader stands on and that is no null.</param>
internal sealed record DbField(int Place, KustoType Type, Type Source, DbFieldWriter Write);

/// <summary>Writes one field of a data reader.</summary>
internal delegate void DbFieldWriter(DbDataReader reader, int place, ref Csv.KustoCsvWriter csv);
