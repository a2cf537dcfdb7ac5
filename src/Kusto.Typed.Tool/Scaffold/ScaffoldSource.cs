using System.Text;
using Kusto.Typed.Commands.Parsing;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Reads tables from whatever the user has: commands, a saved schema, a CSV file.</summary>
internal static class ScaffoldSource
{
    private const string StandardInput = "-";

    /// <summary>The table to write a record for.</summary>
    /// <param name="path">A file, or <c>-</c>.</param>
    /// <param name="table">Which table, or how that of a CSV file is to be called; null: the only one.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">There is no table, or none of that name, or more than one.</exception>
    public static async Task<FoundTable> ReadAsync(
        string path, string? table, TextReader input, CancellationToken cancellationToken)
    {
        if (IsDelimited(path))
        {
            FileStream file = File.OpenRead(path);
            await using var disposed = file.ConfigureAwait(false);
            string name = Path.GetFileName(path).Split('.')[0];
            bool isTabbed = path.Contains(".tsv", StringComparison.OrdinalIgnoreCase);
            return await CsvTable.ReadAsync(file, path, table ?? name, isTabbed, cancellationToken)
                .ConfigureAwait(false);
        }

        string text = path == StandardInput
            ? await input.ReadToEndAsync(cancellationToken).ConfigureAwait(false)
            : await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        return await TextAsync(text, path, table, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<FoundTable> TextAsync(
        string text, string path, string? table, CancellationToken cancellationToken)
    {
        if (text.TrimStart().StartsWith('{'))
        {
            return Choose([.. Saved(text, path).Select(found => new FoundTable(found, []))], path, table);
        }

        if (HasCommand(text) || path != StandardInput)
        {
            return Choose(ScriptTables.Read(text, path), path, table);
        }

        string name = table ?? throw new UsageException(
            "Standard input has neither commands nor a saved schema; for CSV, --table NAME names its table.");
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return await CsvTable.ReadAsync(stream, path, name, isTabbed: false, cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyList<StoredTable> Saved(string text, string path)
    {
        try
        {
            return StoredSchemaParser.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{path}: {exception.Message}");
        }
    }

    private static FoundTable Choose(IReadOnlyList<FoundTable> tables, string path, string? name)
    {
        string names = string.Join(", ", tables.Select(table => table.Table.Name));
        if (tables.Count == 0)
        {
            throw new UsageException(
                $"{path} has no table: a .create table command, a saved schema as JSON, or a .csv or .tsv file "
                + "with a header was expected.");
        }

        if (name is null)
        {
            return tables.Count == 1
                ? tables[0]
                : throw new UsageException($"{path} has the tables {names}; --table NAME says which one.");
        }

        return tables.FirstOrDefault(table => table.Table.Name == name)
            ?? throw new UsageException($"{path} has no table '{name}'; it has {names}.");
    }

    private static bool HasCommand(string text) =>
        text.Split('\n').Any(line => line.TrimStart() is ['.', >= 'a' and <= 'z', ..]);

    private static bool IsDelimited(string path) =>
        new[] { ".csv", ".tsv", ".csv.gz", ".tsv.gz" }
            .Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
