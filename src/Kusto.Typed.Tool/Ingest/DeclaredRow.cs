using System.Data.SqlTypes;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Ingest;

/// <summary>A row of a table that is known at run time only: by the schema that an assembly carries, without its code.</summary>
/// <remarks>Each field is read as its column's type and written again, so that the library checks it as it would a type's.</remarks>
internal sealed class DeclaredRow : IKustoRow<DeclaredRow>, IKustoRowReader<DeclaredRow>
{
    // More than any value that is no text takes.
    private const int FieldBytes = 64;

    private static readonly AsyncLocal<TableSchema?> s_schema = new();

    private readonly object?[] _values;

    private DeclaredRow(object?[] values) => _values = values;

    /// <summary>The table of the rows that are read and written from here on, in this flow of control.</summary>
    public static TableSchema Schema
    {
        get => s_schema.Value ?? throw new InvalidOperationException("Nobody has said which table the rows are of.");
        set => s_schema.Value = value;
    }

    static TableSchema IKustoRow<DeclaredRow>.Schema => Schema;

    static TableSchema IKustoRowReader<DeclaredRow>.Schema => Schema;

    static DeclaredRow IKustoRowReader<DeclaredRow>.Read(ref KustoRecordReader record)
    {
        IReadOnlyList<ColumnSchema> fields = Schema.Fields;
        object?[] values = new object?[fields.Count];
        for (int place = 0; place < values.Length; place++)
        {
            ColumnSchema column = fields[place];
            values[place] = record.IsNull(column.Position) ? null : Value(ref record, column);
        }

        return new DeclaredRow(values);
    }

    static void IKustoRow<DeclaredRow>.Write(in DeclaredRow row, ref KustoCsvWriter csv)
    {
        TableSchema schema = Schema;
        csv.BeginRecord(schema.FieldCount * FieldBytes);
        int written = 0;
        for (int place = 0; place < row._values.Length; place++)
        {
            ColumnSchema column = schema.Fields[place];
            for (; written < column.Ordinal; written++)
            {
                csv.WriteFiller();
            }

            Write(ref csv, column.FieldType, row._values[place]);
            written++;
        }

        csv.EndRecord();
    }

    private static object Value(ref KustoRecordReader record, ColumnSchema column) => column.FieldType switch
    {
        KustoType.Bool => record.ReadBoolean(column.Position),
        KustoType.DateTime => record.ReadDateTime(column.Position),
        KustoType.Decimal => record.ReadSqlDecimal(column.Position),
        KustoType.Dynamic => record.ReadJsonText(column.Position),
        KustoType.Guid => record.ReadGuid(column.Position),
        KustoType.Int => record.ReadInt32(column.Position),
        KustoType.Long => record.ReadInt64(column.Position),
        KustoType.Real => record.ReadDouble(column.Position),
        KustoType.TimeSpan => record.ReadTimeSpan(column.Position),
        _ => record.ReadString(column.Position),
    };

    private static void Write(ref KustoCsvWriter csv, KustoType type, object? value)
    {
        switch (type)
        {
            case KustoType.Bool:
                csv.WriteBool((bool?)value);
                break;
            case KustoType.DateTime:
                csv.WriteDateTime((DateTime?)value);
                break;
            case KustoType.Decimal:
                csv.WriteDecimal((SqlDecimal?)value);
                break;
            case KustoType.Dynamic:
                csv.WriteDynamic((string?)value);
                break;
            case KustoType.Guid:
                csv.WriteGuid((Guid?)value);
                break;
            case KustoType.Int:
                csv.WriteInt((int?)value);
                break;
            case KustoType.Long:
                csv.WriteLong((long?)value);
                break;
            case KustoType.Real:
                csv.WriteReal((double?)value);
                break;
            case KustoType.TimeSpan:
                csv.WriteTimeSpan((TimeSpan?)value);
                break;
            default:
                csv.WriteString((string?)value);
                break;
        }
    }
}
