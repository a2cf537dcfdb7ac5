using System.Data.Common;
using System.Globalization;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>A field of a data reader and the column that it becomes.</summary>
internal sealed class DbField
{
    private readonly int _place;
    private readonly ColumnSchema _column;
    private readonly Writer _writer;

    private DbField(int place, ColumnSchema column, Writer writer)
    {
        _place = place;
        _column = column;
        _writer = writer;
    }

    private delegate void Writer(DbDataReader reader, int place, ref KustoCsvWriter csv);

    /// <exception cref="ArgumentException">The column is missing, or the field's type cannot become the column's.</exception>
    public static DbField Of(DbDataReader reader, Dictionary<string, int> places, ColumnSchema column)
    {
        if (!places.TryGetValue(column.Name, out int place))
        {
            throw new ArgumentException(
                $"The reader has no field '{column.Name}', which the table has; it has: {string.Join(", ", places.Keys)}.", nameof(reader));
        }

        Type type = reader.GetFieldType(place);
        return new DbField(place, column, WriterOf(type, column.Type) ?? throw new ArgumentException(
            $"The reader's field '{column.Name}' is a {type.Name}, which does not become a {column.Type.ToKusto()} without loss; "
            + "convert it in the query.",
            nameof(reader)));
    }

    public void Write(DbDataReader reader, ref KustoCsvWriter csv)
    {
        if (reader.IsDBNull(_place))
        {
            WriteNull(ref csv);
        }
        else
        {
            _writer(reader, _place, ref csv);
        }
    }

    private void WriteNull(ref KustoCsvWriter csv)
    {
        switch (_column.Type)
        {
            case KustoType.Dynamic:
                csv.WriteDynamic((string?)null);
                break;
            default:
                csv.WriteString((string?)null);
                break;
        }
    }

    // Only what loses nothing; a null of every type is an empty field.
    private static Writer? WriterOf(Type type, KustoType column) => column switch
    {
        KustoType.Bool when type == typeof(bool) =>
            static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteBool(reader.GetBoolean(place)),
        KustoType.Int or KustoType.Long or KustoType.Decimal => Integer(type, column) ?? Number(type, column),
        KustoType.Real => Number(type, column),
        KustoType.DateTime => Time(type),
        KustoType.TimeSpan => Span(type),
        KustoType.Guid when type == typeof(Guid) =>
            static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteGuid(reader.GetGuid(place)),
        KustoType.String => Text(type),
        KustoType.Dynamic when type == typeof(string) =>
            static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteDynamic(reader.GetString(place)),
        _ => null,
    };

    private static Writer? Integer(Type type, KustoType column)
    {
        bool fitsInt = type == typeof(byte) || type == typeof(sbyte) || type == typeof(short) || type == typeof(ushort) || type == typeof(int);
        bool fitsLong = fitsInt || type == typeof(uint) || type == typeof(long);
        return column switch
        {
            KustoType.Int when fitsInt => static (DbDataReader reader, int place, ref KustoCsvWriter csv) =>
                csv.WriteInt(Convert.ToInt32(reader.GetValue(place), CultureInfo.InvariantCulture)),
            KustoType.Long when type == typeof(long) =>
                static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteLong(reader.GetInt64(place)),
            KustoType.Long or KustoType.Decimal when fitsLong => static (DbDataReader reader, int place, ref KustoCsvWriter csv) =>
                csv.WriteLong(Convert.ToInt64(reader.GetValue(place), CultureInfo.InvariantCulture)),
            KustoType.Decimal when type == typeof(ulong) => static (DbDataReader reader, int place, ref KustoCsvWriter csv) =>
                csv.WriteDecimal((ulong)reader.GetValue(place)),
            _ => null,
        };
    }

    private static Writer? Number(Type type, KustoType column) =>
        column == KustoType.Decimal && type == typeof(decimal)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteDecimal(reader.GetDecimal(place))
        : column == KustoType.Real && type == typeof(double)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteReal(reader.GetDouble(place))
        : column == KustoType.Real && type == typeof(float)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteReal(reader.GetFloat(place))
        : column == KustoType.Real && Integer(type, KustoType.Int) is { } small ? small
        : null;

    private static Writer? Time(Type type) =>
        type == typeof(DateTime)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteDateTime(reader.GetDateTime(place))
        : type == typeof(DateTimeOffset)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) =>
                csv.WriteDateTime(reader.GetFieldValue<DateTimeOffset>(place))
        : type == typeof(DateOnly)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteDateTime(reader.GetFieldValue<DateOnly>(place))
        : null;

    private static Writer? Span(Type type) =>
        type == typeof(TimeSpan)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteTimeSpan(reader.GetFieldValue<TimeSpan>(place))
        : type == typeof(TimeOnly)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteTimeSpan(reader.GetFieldValue<TimeOnly>(place))
        : null;

    private static Writer? Text(Type type) =>
        type == typeof(string)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteString(reader.GetString(place))
        : type == typeof(char)
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteString((char)reader.GetValue(place))
        : type == typeof(byte[])
            ? static (DbDataReader reader, int place, ref KustoCsvWriter csv) => csv.WriteBase64(reader.GetFieldValue<byte[]>(place))
        : null;
}
