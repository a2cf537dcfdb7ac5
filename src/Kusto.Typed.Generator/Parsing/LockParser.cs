using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Reads a lock, line by line.</summary>
internal static class LockParser
{
    public static bool IsLock(AdditionalText file) =>
        string.Equals(Path.GetFileName(file.Path), KnownNames.LockFile, StringComparison.OrdinalIgnoreCase);

    public static LockModel Parse(AdditionalText file, CancellationToken cancellationToken)
    {
        List<LockedTableModel> tables = [];
        List<LockedColumnModel> columns = [];
        List<LockProblemModel> problems = [];
        foreach (TextLine line in file.GetText(cancellationToken)?.Lines ?? Enumerable.Empty<TextLine>())
        {
            string text = line.ToString().TrimEnd();
            LockPlaceModel place = new(file.Path, line.Start, line.LineNumber, text.Length);
            if (text.StartsWith(LockText.TablePrefix, StringComparison.Ordinal))
            {
                Complete(tables, columns);
                string name = text.Substring(LockText.TablePrefix.Length);
                tables.Add(new LockedTableModel(name, new([]), place));
                Check(problems, place, tables.Exists(table => table.Name == name && table.Place != place)
                    ? $"the table '{name}' stands there twice" : null);
            }
            else if (text.Trim().Length > 0 && text.TrimStart()[0] != LockText.Comment)
            {
                string? problem = tables.Count == 0 ? "a column stands before any table" : AddColumn(columns, text);
                Check(problems, place, problem);
            }
        }

        Complete(tables, columns);
        return new LockModel(new EquatableArray<LockedTableModel>([.. tables]), new EquatableArray<LockProblemModel>([.. problems]));
    }

    private static string? AddColumn(List<LockedColumnModel> columns, string text)
    {
        int separator = text.LastIndexOf(LockText.TypeSeparator, StringComparison.Ordinal);
        if (!text.StartsWith(LockText.ColumnPrefix, StringComparison.Ordinal) || separator < LockText.ColumnPrefix.Length)
        {
            return "it is neither 'table NAME', '    COLUMN: TYPE' nor a comment behind '#'";
        }

        string name = text.Substring(LockText.ColumnPrefix.Length, separator - LockText.ColumnPrefix.Length);
        string type = text.Substring(separator + LockText.TypeSeparator.Length);
        bool readsNull = type.Length > 0 && type[type.Length - 1] == LockText.NullMark;
        type = readsNull ? type.Substring(0, type.Length - 1) : type;
        if (!KustoTypeNames.TryParse(type, out _))
        {
            return $"'{type}' is none of Kusto's scalar types";
        }

        if (columns.Exists(column => column.Name == name))
        {
            return $"the column '{name}' stands there twice";
        }

        columns.Add(new LockedColumnModel(name, type, readsNull));
        return null;
    }

    private static void Complete(List<LockedTableModel> tables, List<LockedColumnModel> columns)
    {
        if (tables.Count > 0)
        {
            tables[tables.Count - 1] = tables[tables.Count - 1] with { Columns = new([.. columns]) };
            columns.Clear();
        }
    }

    private static void Check(List<LockProblemModel> problems, LockPlaceModel place, string? problem)
    {
        if (problem is not null)
        {
            problems.Add(new LockProblemModel(problem, place));
        }
    }
}
