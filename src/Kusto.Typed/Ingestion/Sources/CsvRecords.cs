using System.Text.Unicode;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Reads the records of a file as rows, and says of those that are none why.</summary>
internal sealed class CsvRecords<TRow>
    where TRow : IKustoRowReader<TRow>
{
    private readonly CsvFile _file;
    private readonly RecordBinding _binding;
    private readonly int _fieldCount;
    private readonly RecordField[] _fields;
    private byte[] _text = new byte[4096];

    private CsvRecords(CsvFile file, RecordBinding binding, int fieldCount, byte[]? header)
    {
        _file = file;
        _binding = binding;
        _fieldCount = fieldCount;
        _fields = new RecordField[fieldCount];
        Header = header;
    }

    /// <summary>The header as it stands in the file; null where there is none.</summary>
    public byte[]? Header { get; }

    /// <summary>Reads the header and finds the columns.</summary>
    /// <returns>Null where the file has nothing, not even a header.</returns>
    /// <exception cref="CsvSourceException">The header does not fit the type.</exception>
    public static CsvRecords<TRow>? Open(CsvFile file, CsvSourceOptions options)
    {
        TableSchema table = TRow.Schema;
        if (!options.HasHeader)
        {
            string[] columns = [.. table.Columns.Select(column => column.Name)];
            return new CsvRecords<TRow>(file, RecordBinding.ByName(table, columns), columns.Length, header: null);
        }

        if (!file.Read())
        {
            return null;
        }

        string[] names = [.. Enumerable.Range(0, file.FieldCount).Select(file.FieldText)];
        CsvProblem[] problems = [.. HeaderProblems(file, table, names, options.IgnoreOtherFields)];
        return problems.Length == 0
            ? new CsvRecords<TRow>(file, RecordBinding.ByName(table, names), names.Length, file.Raw.ToArray())
            : throw new CsvSourceException(problems, problems.Length);
    }

    /// <summary>Reads the record that the file stands at.</summary>
    /// <param name="row">The row.</param>
    /// <param name="problems">Why it is none; empty where it is one.</param>
    public bool TryRead(out TRow? row, out IReadOnlyList<CsvProblem> problems)
    {
        row = default;
        problems = Form() is { } form ? [form] : [];
        if (problems.Count > 0)
        {
            return false;
        }

        ReadOnlySpan<byte> text = Gather();
        if (!Utf8.IsValid(text))
        {
            problems = [Problem(null, "a field is not valid UTF-8.")];
            return false;
        }

        KustoRecordReader record = new(_binding, text, _fields, _file.Record);
        try
        {
            row = TRow.Read(ref record);
            return true;
        }
        catch (KustoRowException bad)
        {
            problems = FieldProblems(bad, text);
            return false;
        }
    }

    private CsvProblem? Form() =>
        _file.IsMalformed ? Problem(null, "a quote is not closed, or text stands beside a quoted field.")
        : _file.FieldCount != _fieldCount ? Problem(null, $"the record has {_file.FieldCount} fields; {_fieldCount} were expected.")
        : null;

    private ReadOnlySpan<byte> Gather()
    {
        int length = 0;
        for (int place = 0; place < _fieldCount; place++)
        {
            ReadOnlySpan<byte> field = _file.Field(place);
            if (_text.Length - length < field.Length)
            {
                Array.Resize(ref _text, Math.Max(_text.Length * 2, length + field.Length));
            }

            field.CopyTo(_text.AsSpan(length));
            _fields[place] = new RecordField(length, field.Length, IsNull: field.IsEmpty);
            length += field.Length;
        }

        return _text.AsSpan(0, length);
    }

    // The reader stops at the first bad field: the others are looked at by the types of their columns.
    private List<CsvProblem> FieldProblems(KustoRowException first, ReadOnlySpan<byte> text)
    {
        List<CsvProblem> problems = [Problem(first.ColumnName, Reason(first))];
        foreach (ColumnSchema column in TRow.Schema.Columns)
        {
            RecordField field = _fields[_binding.FieldOf(column.Ordinal)];
            if (!field.IsNull && column.Name != first.ColumnName && !Fits(column.Type, text.Slice(field.Start, field.Length)))
            {
                problems.Add(Problem(column.Name, $"the text is no {column.Type.ToKusto()}."));
            }
        }

        return problems;
    }

    // Without its opening, which names a row and the column.
    private static string Reason(KustoRowException problem) =>
        problem.Message[(problem.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..]
            .Replace("in the table ", "in the source ", StringComparison.Ordinal)
            .Replace("the table holds a null", "the field is empty", StringComparison.Ordinal);

    private static bool Fits(KustoType type, ReadOnlySpan<byte> text) => type switch
    {
        KustoType.Bool => FieldText.TryReadBoolean(text, out _),
        KustoType.Int => FieldText.TryReadNumber<int>(text, out _),
        KustoType.Long => FieldText.TryReadNumber<long>(text, out _),
        KustoType.Real => FieldText.TryReadNumber<double>(text, out _),
        KustoType.Decimal => FieldText.TryReadSqlDecimal(text, out _),
        KustoType.DateTime => FieldText.TryReadDateTime(text, out _),
        KustoType.TimeSpan => FieldText.TryReadTimeSpan(text, out _),
        KustoType.Guid => FieldText.TryReadGuid(text, out _),
        KustoType.Dynamic => FieldText.TryReadJson(text, out _),
        _ => true,
    };

    private static IEnumerable<CsvProblem> HeaderProblems(
        CsvFile file, TableSchema table, string[] names, bool ignoresOthers)
    {
        foreach (string name in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return HeaderProblem(file, name, "the header names the field twice.");
        }

        foreach (ColumnSchema column in table.Columns.Where(column => !names.Contains(column.Name, StringComparer.Ordinal)))
        {
            yield return HeaderProblem(file, column.Name, "the header has no such field, and the type has the column.");
        }

        HashSet<string> columns = [.. table.Columns.Select(column => column.Name)];
        foreach (string name in ignoresOthers ? [] : names.Where(name => !columns.Contains(name)))
        {
            yield return HeaderProblem(
                file, name, $"the type has no column for the field; name it so, or set {nameof(CsvSourceOptions.IgnoreOtherFields)}.");
        }
    }

    private static CsvProblem HeaderProblem(CsvFile file, string column, string reason) => new(file.Name, 1, 1, column, reason);

    private CsvProblem Problem(string? column, string reason) => new(_file.Name, _file.Line, _file.Record, column, reason);
}
