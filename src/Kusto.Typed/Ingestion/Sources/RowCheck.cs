using System.Diagnostics.CodeAnalysis;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>What is wrong with a record, before it is known where it stands.</summary>
internal readonly record struct FieldProblem(string? Column, string Reason);

/// <summary>Makes rows of records, and sees to it that what it lets pass can be written too where it is to be.</summary>
internal sealed class RowCheck<TRow>(bool isToBeWritten = true) : IDisposable
    where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
{
    private readonly CsvBuffer _written = new(SchemaOf<TRow>.Written);

    /// <summary>The columns that a record is read for.</summary>
    public static TableSchema Table => SchemaOf<TRow>.Read;

    /// <summary>Makes the row of a record, or says what is wrong, once for each field.</summary>
    public bool TryRead(
        RecordText text, CsvColumns columns, List<FieldProblem> problems, [MaybeNullWhen(false)] out TRow row)
    {
        row = default;
        if (!text.ArePlain(columns.Ruled))
        {
            CheckRules(text, columns.Ruled, problems);
        }

        return problems.Count == 0 && TryMake(text, columns.Binding, out row, out FieldProblem? problem)
            ? !isToBeWritten || TryWrite(row, problems)
            : CollectAll(text, columns.Binding, problems);
    }

    public void Dispose() => _written.Dispose();

    private static void CheckRules(RecordText text, RuledField[] ruled, List<FieldProblem> problems)
    {
        foreach (RuledField field in ruled)
        {
            ReadOnlySpan<byte> value = text[field.Place];
            if (!value.IsEmpty && FieldRules.Problem(field.Type, value) is { } reason)
            {
                problems.Add(new FieldProblem(field.Column, reason));
            }
        }
    }

    // The reader of rows stops at the first field it cannot take. To hear of the others too, that field is given a
    // text that fits, until the reader comes to the next bad one, or to the end.
    private static bool CollectAll(RecordText text, RecordBinding binding, List<FieldProblem> problems)
    {
        foreach (FieldProblem known in problems.ToArray())
        {
            Mend(text, binding, known);
        }

        while (!TryMake(text, binding, out _, out FieldProblem? problem))
        {
            bool isNew = !problems.Exists(known => known.Column == problem.Value.Column);
            if (isNew && (problem.Value.Column is not null || problems.Count == 0))
            {
                problems.Add(problem.Value);
            }

            if (!isNew || !Mend(text, binding, problem.Value))
            {
                break;
            }
        }

        return false;
    }

    private static bool Mend(RecordText text, RecordBinding binding, FieldProblem problem)
    {
        if (Table.Fields.FirstOrDefault(column => column.Name == problem.Column) is not { } column)
        {
            return false;
        }

        foreach (string stand in StandIns(column.FieldType))
        {
            text.Replace(binding.FieldOf(column.Position), stand);
            if (TryMake(text, binding, out _, out FieldProblem? next) || next.Value.Column != problem.Column)
            {
                return true;
            }
        }

        return false;
    }

    // Short texts that one or another C# type of the column takes: names of enums may be digits, so may addresses.
    private static string[] StandIns(KustoType type) => type switch
    {
        KustoType.Bool => ["true"],
        KustoType.DateTime => ["2000-01-01T00:00:00Z"],
        KustoType.Guid => ["00000000-0000-0000-0000-000000000000"],
        KustoType.TimeSpan => ["00:00:00"],
        KustoType.Dynamic => ["null", "{}", "[]", "0", "\"\"", "true"],
        KustoType.String => ["0", "0.0", "AAAA"],
        _ => ["0"],
    };

    private static bool TryMake(
        RecordText text,
        RecordBinding binding,
        [MaybeNullWhen(false)] out TRow row,
        [NotNullWhen(false)] out FieldProblem? problem)
    {
        try
        {
            KustoRecordReader reader = text.Reader(binding);
            row = TRow.Read(ref reader);
            problem = null;
            return true;
        }
        catch (KustoRowException exception)
        {
            row = default;
            problem = new FieldProblem(exception.ColumnName, exception.Problem.TrimEnd('.'));
            return false;
        }
        catch (Exception exception)
        {
            // The type's own constructor or property; what it says may quote the value.
            row = default;
            problem = new FieldProblem(null, $"the row type refused the values with {exception.GetType().Name}");
            return false;
        }
    }

    // Nothing is committed, so that each row is written over the one before.
    private bool TryWrite(TRow row, List<FieldProblem> problems)
    {
        KustoCsvWriter csv = new(_written);
        try
        {
            TRow.Write(in row, ref csv);
            return true;
        }
        catch (Exception exception)
        {
            KustoRowException refusal = exception as KustoRowException ?? csv.ForeignProblem(exception);
            problems.Add(new FieldProblem(refusal.ColumnName, refusal.Problem.TrimEnd('.')));
            return false;
        }
    }
}

/// <summary>The two schemas of a row type, which have one name.</summary>
internal static class SchemaOf<TRow>
    where TRow : IKustoRow<TRow>, IKustoRowReader<TRow>
{
    public static TableSchema Written => OfWriter<TRow>();

    public static TableSchema Read => OfReader<TRow>();

    private static TableSchema OfWriter<T>()
        where T : IKustoRow<T> => T.Schema;

    private static TableSchema OfReader<T>()
        where T : IKustoRowReader<T> => T.Schema;
}
