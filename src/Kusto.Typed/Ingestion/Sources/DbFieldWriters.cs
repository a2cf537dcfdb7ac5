using System.Data.Common;
using System.Data.SqlTypes;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Which .NET types of a data reader go to which Kusto types, by typed getters: nothing is boxed.</summary>
internal static class DbFieldWriters
{
    private static readonly Dictionary<(Type Source, KustoType Column), DbFieldWriter> s_writers = new()
    {
        [(typeof(bool), KustoType.Bool)] = (row, at, ref csv) => csv.WriteBool(row.GetBoolean(at)),

        [(typeof(byte), KustoType.Int)] = (row, at, ref csv) => csv.WriteInt(row.GetByte(at)),
        [(typeof(sbyte), KustoType.Int)] = (row, at, ref csv) => csv.WriteInt(row.GetFieldValue<sbyte>(at)),
        [(typeof(short), KustoType.Int)] = (row, at, ref csv) => csv.WriteInt(row.GetInt16(at)),
        [(typeof(ushort), KustoType.Int)] = (row, at, ref csv) => csv.WriteInt(row.GetFieldValue<ushort>(at)),
        [(typeof(int), KustoType.Int)] = (row, at, ref csv) => csv.WriteInt(row.GetInt32(at)),
        [(typeof(uint), KustoType.Int)] = (row, at, ref csv) =>
            WriteNarrow(row.GetFieldValue<uint>(at), ref csv),
        [(typeof(long), KustoType.Int)] = (row, at, ref csv) => WriteNarrow(row.GetInt64(at), ref csv),

        [(typeof(byte), KustoType.Long)] = (row, at, ref csv) => csv.WriteLong((long)row.GetByte(at)),
        [(typeof(sbyte), KustoType.Long)] = (row, at, ref csv) => csv.WriteLong((long)row.GetFieldValue<sbyte>(at)),
        [(typeof(short), KustoType.Long)] = (row, at, ref csv) => csv.WriteLong((long)row.GetInt16(at)),
        [(typeof(ushort), KustoType.Long)] = (row, at, ref csv) => csv.WriteLong((long)row.GetFieldValue<ushort>(at)),
        [(typeof(int), KustoType.Long)] = (row, at, ref csv) => csv.WriteLong((long)row.GetInt32(at)),
        [(typeof(uint), KustoType.Long)] = (row, at, ref csv) => csv.WriteLong((long)row.GetFieldValue<uint>(at)),
        [(typeof(long), KustoType.Long)] = (row, at, ref csv) => csv.WriteLong(row.GetInt64(at)),
        [(typeof(ulong), KustoType.Long)] = (row, at, ref csv) => csv.WriteLong(row.GetFieldValue<ulong>(at)),

        [(typeof(byte), KustoType.Decimal)] = (row, at, ref csv) => csv.WriteDecimal((decimal)row.GetByte(at)),
        [(typeof(sbyte), KustoType.Decimal)] = (row, at, ref csv) =>
            csv.WriteDecimal((decimal)row.GetFieldValue<sbyte>(at)),
        [(typeof(short), KustoType.Decimal)] = (row, at, ref csv) => csv.WriteDecimal((decimal)row.GetInt16(at)),
        [(typeof(ushort), KustoType.Decimal)] = (row, at, ref csv) =>
            csv.WriteDecimal((decimal)row.GetFieldValue<ushort>(at)),
        [(typeof(int), KustoType.Decimal)] = (row, at, ref csv) => csv.WriteDecimal((decimal)row.GetInt32(at)),
        [(typeof(uint), KustoType.Decimal)] = (row, at, ref csv) =>
            csv.WriteDecimal((decimal)row.GetFieldValue<uint>(at)),
        [(typeof(long), KustoType.Decimal)] = (row, at, ref csv) => csv.WriteDecimal((decimal)row.GetInt64(at)),
        [(typeof(ulong), KustoType.Decimal)] = (row, at, ref csv) => csv.WriteDecimal(row.GetFieldValue<ulong>(at)),
        [(typeof(decimal), KustoType.Decimal)] = (row, at, ref csv) => csv.WriteDecimal(row.GetDecimal(at)),
        [(typeof(SqlDecimal), KustoType.Decimal)] = (row, at, ref csv) =>
            csv.WriteDecimal(row.GetFieldValue<SqlDecimal>(at)),

        [(typeof(byte), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal((double)row.GetByte(at)),
        [(typeof(sbyte), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal((double)row.GetFieldValue<sbyte>(at)),
        [(typeof(short), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal((double)row.GetInt16(at)),
        [(typeof(ushort), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal((double)row.GetFieldValue<ushort>(at)),
        [(typeof(int), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal((double)row.GetInt32(at)),
        [(typeof(uint), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal((double)row.GetFieldValue<uint>(at)),
        [(typeof(Half), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal(row.GetFieldValue<Half>(at)),
        [(typeof(float), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal(row.GetFloat(at)),
        [(typeof(double), KustoType.Real)] = (row, at, ref csv) => csv.WriteReal(row.GetDouble(at)),

        [(typeof(DateTime), KustoType.DateTime)] = (row, at, ref csv) => csv.WriteDateTime(row.GetDateTime(at)),
        [(typeof(DateTimeOffset), KustoType.DateTime)] = (row, at, ref csv) =>
            csv.WriteDateTime(row.GetFieldValue<DateTimeOffset>(at)),
        [(typeof(DateOnly), KustoType.DateTime)] = (row, at, ref csv) =>
            csv.WriteDateTime(row.GetFieldValue<DateOnly>(at)),
        [(typeof(TimeSpan), KustoType.TimeSpan)] = (row, at, ref csv) =>
            csv.WriteTimeSpan(row.GetFieldValue<TimeSpan>(at)),
        [(typeof(TimeOnly), KustoType.TimeSpan)] = (row, at, ref csv) =>
            csv.WriteTimeSpan(row.GetFieldValue<TimeOnly>(at)),
        [(typeof(Guid), KustoType.Guid)] = (row, at, ref csv) => csv.WriteGuid(row.GetGuid(at)),

        [(typeof(string), KustoType.String)] = (row, at, ref csv) => csv.WriteString(row.GetString(at)),
        [(typeof(char), KustoType.String)] = (row, at, ref csv) => csv.WriteString(row.GetChar(at).ToString()),
        [(typeof(byte[]), KustoType.String)] = (row, at, ref csv) => csv.WriteBase64(row.GetFieldValue<byte[]>(at)),
        [(typeof(string), KustoType.Dynamic)] = (row, at, ref csv) => csv.WriteDynamic(row.GetString(at)),
    };

    /// <summary>The way of a .NET type into a Kusto type; null where there is none that loses nothing.</summary>
    public static DbFieldWriter? Find(Type source, KustoType column) =>
        source == typeof(object) ? ByValue(column) : s_writers.GetValueOrDefault((source, column));

    /// <summary>The Kusto types that a .NET type goes to, as a message names them.</summary>
    public static string ColumnsOf(Type source)
    {
        string[] columns = [.. s_writers.Keys.Where(key => key.Source == source).Select(key => key.Column.ToString())];
        return columns.Length == 0 ? "no column" : string.Join(", ", columns);
    }

    // Providers with types for values and not for columns say object: then each value is looked at.
    private static DbFieldWriter ByValue(KustoType column) => (row, at, ref csv) =>
    {
        Type source = row.GetValue(at).GetType();
        DbFieldWriter writer = s_writers.GetValueOrDefault((source, column))
            ?? throw csv.FieldProblem(
                $"the value is a {source.Name}, which goes to {ColumnsOf(source)} and to no {column}.");
        writer(row, at, ref csv);
    };

    private static void WriteNarrow(long value, ref KustoCsvWriter csv)
    {
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            csv.WriteInt((int)value);
        }
        else
        {
            csv.Refuse("the number does not fit an int; make the column a long.");
        }
    }
}
