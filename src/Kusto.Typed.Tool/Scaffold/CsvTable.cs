using CsvHelper;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Ingestion.Sources;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Makes a table of a file with a header: its types are those of the values.</summary>
internal static class CsvTable
{
    /// <summary>Reads the whole file.</summary>
    /// <exception cref="UsageException">There is no header, or a record does not have its fields.</exception>
    public static async Task<FoundTable> ReadAsync(
        Stream stream, string file, string table, bool isTabbed, CancellationToken cancellationToken)
    {
        try
        {
            Stream text = await PeekedStream.OpenTextAsync(stream, cancellationToken).ConfigureAwait(false);
            CsvReaderOptions options = new()
            {
                HasHeader = false,
                Separator = isTabbed ? '\t' : ',',
                TrackLineNumbers = true,
            };
            using CsvReader csv = CsvReader.Create(text, options, leaveOpen: true);
            InferredColumn[] columns = await HeaderAsync(csv, file, cancellationToken).ConfigureAwait(false);
            while (await csv.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                Add(csv, columns, file);
            }

            return Table(table, columns);
        }
        catch (Exception exception) when (exception is InvalidDataException or CsvFormatException)
        {
            throw new UsageException($"{file} cannot be read as CSV: {exception.Message}");
        }
    }

    private static async Task<InferredColumn[]> HeaderAsync(
        CsvReader csv, string file, CancellationToken cancellationToken)
    {
        if (!await csv.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new UsageException($"{file} is empty; a header with the names of the columns was expected.");
        }

        string[] names = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        return [.. names.Select(name => new InferredColumn(name, ColumnName(name, file)))];
    }

    // Without what names do not take, such as the sign behind an amount.
    private static string ColumnName(string header, string file)
    {
        string name = string.Concat(header.Where(character => EntityName.Problem($"{character}") is null)).Trim();
        return EntityName.Problem(name) is { } problem
            ? throw new UsageException($"{file}: the header has '{header}', which is no name of a column: {problem}.")
            : name;
    }

    private static void Add(CsvReader csv, InferredColumn[] columns, string file)
    {
        if (csv.FieldCount != columns.Length)
        {
            throw new UsageException(FormattableString.Invariant(
                $"{file}({csv.LineNumber}): the record has {csv.FieldCount} fields and the header {columns.Length}; ")
                + "look for a separator that is not in quotes.");
        }

        for (int place = 0; place < columns.Length; place++)
        {
            columns[place].Add(csv.GetString(place));
        }
    }

    private static FoundTable Table(string table, InferredColumn[] columns) =>
        new(
            new StoredTable(table, [.. columns.Select(column => new StoredColumn(column.Name, column.Type.ToKusto()))]),
            [
                .. columns.Where(column => column.Header != column.Name)
                    .Select(column => $"'{column.Header}' is no name that Kusto takes: the column is '{column.Name}'."),
                .. columns.Where(column => !column.HasValue)
                    .Select(column => $"'{column.Name}' has no value in the file: it may be of another type."),
            ])
        {
            Filled = columns.Where(column => column.HasValue && !column.HasEmpty)
                .Select(column => column.Name).ToHashSet(),
        };
}
