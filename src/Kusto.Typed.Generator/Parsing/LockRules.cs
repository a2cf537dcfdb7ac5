using System.Collections.Immutable;
using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Compares row types with what has shipped of their tables.</summary>
internal sealed class LockRules
{
    private readonly RowModel _row;
    private readonly RowPlaces _places;
    private readonly LockedTableModel _locked;
    private readonly List<Diagnostic> _diagnostics = [];

    private LockRules(RowModel row, RowPlaces places, LockedTableModel locked)
    {
        _row = row;
        _places = places;
        _locked = locked;
    }

    /// <summary>What is wrong with the locks, and with the types of the tables that have shipped.</summary>
    public static IEnumerable<Diagnostic> Check(ImmutableArray<RowParseResult> results, LockModel locks)
    {
        Dictionary<string, LockedTableModel> tables = [];
        foreach (LockedTableModel table in locks.Tables)
        {
            tables[table.Name] = table;
        }

        IEnumerable<Diagnostic> lines = locks.Problems.Select(problem => Diagnostic.Create(
            DiagnosticDescriptors.LockNotReadable, LocationOf(problem.Place), Places.Shown(problem.Problem)));
        IEnumerable<Diagnostic> columns = results
            .Where(result => result.Rows.Count > 0 && tables.ContainsKey(result.Rows[0].Table.Name))
            .SelectMany(result =>
                new LockRules(result.Rows[0], result.Places!, tables[result.Rows[0].Table.Name]).Check());
        return lines.Concat(columns).Concat(Missing(results, locks));
    }

    // A type with an error has no model: its table may be the one that is missed.
    private static IEnumerable<Diagnostic> Missing(ImmutableArray<RowParseResult> results, LockModel locks)
    {
        HashSet<string> declared = new(
            results.SelectMany(result => result.Rows).Select(row => row.Table.Name), StringComparer.Ordinal);
        return results.Any(result => result.Rows.Count == 0)
            ? []
            : locks.Tables
                .Where(table => !declared.Contains(table.Name))
                .Select(table => Diagnostic.Create(
                    DiagnosticDescriptors.LockedTableMissing, LocationOf(table.Place), Places.Shown(table.Name)));
    }

    private List<Diagnostic> Check()
    {
        HashSet<string> kept = new(StringComparer.Ordinal);
        foreach (LockedColumnModel locked in _locked.Columns)
        {
            int position = PositionOf(locked);
            if (position < 0)
            {
                ReportMissing(locked);
            }
            else
            {
                kept.Add(_row.Columns[position].Name);
                CheckKept(locked, position);
            }
        }

        for (int position = 0; position < _row.Columns.Count; position++)
        {
            if (!kept.Contains(_row.Columns[position].Name))
            {
                CheckNew(position, kept);
            }
        }

        return _diagnostics;
    }

    private int PositionOf(LockedColumnModel locked)
    {
        int named = Find(column => column.Name == locked.Name);
        return named >= 0 ? named : Find(column => column.Declared.RenamedFrom == locked.Name);
    }

    private int Find(Func<ColumnModel, bool> isWanted)
    {
        for (int position = 0; position < _row.Columns.Count; position++)
        {
            if (isWanted(_row.Columns[position]))
            {
                return position;
            }
        }

        return -1;
    }

    private void CheckKept(LockedColumnModel locked, int position)
    {
        LockedColumnModel now = _row.Columns[position].ToLocked();
        if (now.Type != locked.Type)
        {
            Report(
                DiagnosticDescriptors.LockedColumnRetyped,
                TypePlace(position),
                Properties(("Column", locked.Name), ("Type", locked.Type)),
                locked.Name,
                locked.Type,
                now.Type);
        }
        else if (locked.ReadsNull && !_row.Columns[position].ReadsNull)
        {
            ReportNullRefused(position, "has shipped as one with nulls");
        }
    }

    private void CheckNew(int position, HashSet<string> kept)
    {
        ColumnModel column = _row.Columns[position];
        if (!column.ReadsNull)
        {
            ReportNullRefused(position, "is new");
        }

        ColumnModel? behind = _row.Columns.Skip(position + 1).FirstOrDefault(other => kept.Contains(other.Name));
        if (behind is not null)
        {
            Report(
                DiagnosticDescriptors.ColumnInserted,
                NamePlace(position),
                Properties(("Column", column.Name)),
                column.Name,
                behind.Name);
        }
    }

    private void ReportNullRefused(int position, string problem) => Report(
        DiagnosticDescriptors.NullRefused,
        TypePlace(position),
        Properties(("Column", _row.Columns[position].Name)),
        _row.Columns[position].Name,
        problem);

    private void ReportMissing(LockedColumnModel locked)
    {
        // A column of the same type that has not shipped may be the one, under another name.
        string[] candidates =
        [
            .. Enumerable.Range(0, _places.Columns.Count)
                .Where(position => IsNew(_row.Columns[position]) && _row.Columns[position].ToLocked().Type == locked.Type)
                .Select(position => _places.Columns[position].Property),
        ];
        string guess = candidates.Length == 1
            ? $" if '{candidates[0]}' is it, keep its name with [KustoColumn(\"{locked.Name}\")] or rename it with "
                + $"[KustoRenamedFrom(\"{locked.Name}\")];"
            : "";
        Report(
            DiagnosticDescriptors.LockedColumnMissing,
            _places.Identifier,
            Properties(
                ("Column", locked.Name),
                ("Type", locked.Type),
                ("ReadsNull", locked.ReadsNull ? "true" : null),
                ("Candidates", string.Join("\n", candidates))),
            locked.Name,
            _row.Type.PlainName,
            guess);
    }

    private bool IsNew(ColumnModel column) =>
        column.Declared.RenamedFrom is null && !_locked.Columns.Any(locked => locked.Name == column.Name);

    private Location? NamePlace(int position) =>
        position < _places.Columns.Count ? _places.Columns[position].Name : _places.Declaration;

    private Location? TypePlace(int position) =>
        position < _places.Columns.Count ? _places.Columns[position].Type : _places.Declaration;

    private void Report(
        DiagnosticDescriptor descriptor,
        Location? place,
        ImmutableDictionary<string, string?> properties,
        params string[] arguments) =>
        _diagnostics.Add(Diagnostic.Create(
            descriptor,
            place is { IsInSource: true } ? place : _places.Identifier,
            properties,
            [.. arguments.Select(Places.Shown)]));

    private static ImmutableDictionary<string, string?> Properties(params (string Name, string? Value)[] properties) =>
        properties.ToImmutableDictionary(property => property.Name, property => property.Value);

    private static Location LocationOf(LockPlaceModel place) => Location.Create(
        place.Path,
        new TextSpan(place.Start, place.Length),
        new LinePositionSpan(
            new LinePosition(place.Line, 0),
            new LinePosition(place.Line, place.Length)));
}
