using System.Text;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Csv;

/// <summary>The fields of one record, for tests that need no row type.</summary>
internal delegate void Fields(ref KustoCsvWriter csv);

/// <summary>Rows to CSV bytes and back, with all the writer's internals in between.</summary>
internal static class Rows
{
    private static readonly TableSchema s_twoColumns = TableSchema.Define("T").String("A").Int("B").Build();

    /// <summary>The text of one field, with the quotes it has; an int follows it in its record.</summary>
    public static string Written(Fields field)
    {
        string record = Encoding.UTF8.GetString(Record(s_twoColumns, field, (ref csv) => csv.WriteInt(7)));
        record.ShouldEndWith(",7\n");
        return record[..^3];
    }

    /// <summary>What the writer says of a field that it refuses; the field is the second of three.</summary>
    public static KustoRowException Refused(Fields field)
    {
        TableSchema table = TableSchema.Define("T").Int("First").String("Second").Int("Third").Build();
        using CsvBuffer buffer = new(table) { RowIndex = 41 };
        KustoRowException refusal = Should.Throw<KustoRowException>(() =>
        {
            KustoCsvWriter csv = new(buffer);
            csv.BeginRecord(100);
            csv.WriteInt(1);
            field(ref csv);
        });
        refusal.RowIndex.ShouldBe(41);
        refusal.ColumnName.ShouldBe("Second");
        refusal.Message.ShouldStartWith("Row 41, column 'Second': ");
        return refusal;
    }

    /// <summary>One record of a table, its fields written by delegates.</summary>
    public static byte[] Record(TableSchema table, params Fields[] fields)
    {
        using CsvBuffer buffer = new(table);
        KustoCsvWriter csv = new(buffer);
        csv.BeginRecord(256 * fields.Length);
        foreach (Fields field in fields)
        {
            field(ref csv);
        }

        csv.EndRecord();
        csv.Commit();
        return TakeAll(buffer);
    }

    /// <summary>The CSV of rows.</summary>
    public static byte[] Write<TRow>(IEnumerable<TRow> rows, int blockBytes = CsvBuffer.DefaultBlockBytes)
        where TRow : IKustoRow<TRow>
    {
        using CsvBuffer buffer = new(TRow.Schema, blockBytes);
        KustoCsvWriter csv = new(buffer);
        foreach (TRow row in rows)
        {
            TRow.Write(row, ref csv);
            buffer.RowIndex++;
        }

        csv.Commit();
        return TakeAll(buffer);
    }

    /// <summary>Reads CSV, split by the plain reader, as rows; the columns stand in reverse order in the result.</summary>
    public static List<TRow> Read<TRow>(byte[] csv)
        where TRow : IKustoRowReader<TRow>
    {
        string[] columns = [.. TRow.Schema.Columns.Select(column => column.Name).Reverse()];
        RecordBinding binding = RecordBinding.ByName(TRow.Schema, columns);
        List<TRow> rows = [];
        foreach (List<byte[]> record in PlainCsv.Split(csv))
        {
            record.Count.ShouldBe(columns.Length);
            rows.Add(Read<TRow>(binding, record, rows.Count));
        }

        return rows;
    }

    /// <summary>All bytes that a buffer has complete, full blocks first.</summary>
    public static byte[] TakeAll(CsvBuffer buffer)
    {
        MemoryStream bytes = new();
        while (buffer.TryTakeFull(out CsvBlock full))
        {
            bytes.Write(full.Span);
            full.Return();
        }

        CsvBlock last = buffer.TakeCurrent();
        bytes.Write(last.Span);
        last.Return();
        return bytes.ToArray();
    }

    private static TRow Read<TRow>(RecordBinding binding, List<byte[]> record, int rowIndex)
        where TRow : IKustoRowReader<TRow>
    {
        List<byte> text = [];
        RecordField[] fields = new RecordField[record.Count];
        for (int ordinal = record.Count - 1, place = 0; ordinal >= 0; ordinal--, place++)
        {
            byte[] field = record[ordinal];
            bool isNull = field.Length == 0 && TRow.Schema.Columns[ordinal].Type != KustoType.String;
            fields[place] = new RecordField(text.Count, field.Length, isNull);
            text.AddRange(field);
        }

        byte[] bytes = [.. text];
        KustoRecordReader reader = new(binding, bytes, fields, rowIndex);
        return TRow.Read(ref reader);
    }
}
