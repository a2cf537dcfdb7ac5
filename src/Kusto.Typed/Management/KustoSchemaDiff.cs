using System.Text;
using Kusto.Typed.Commands.Parsing;
using Kusto.Typed.Management;
using Kusto.Typed.Schema;

namespace Kusto.Typed;

/// <summary>In what types and tables differ.</summary>
public sealed class KustoSchemaDiff
{
    private KustoSchemaDiff(IReadOnlyList<SchemaDifference> differences) => Differences = differences;

    /// <summary>The differences, table by table in the order of the types.</summary>
    public IReadOnlyList<SchemaDifference> Differences { get; }

    /// <summary>
    /// True where the tables have all that the types declare. Columns and tables of others do not count, nor does the
    /// order of columns: see <see cref="SchemaDifference.IsDrift"/>.
    /// </summary>
    public bool IsInStep => !Differences.Any(difference => difference.IsDrift);

    /// <summary>Compares declared tables with tables that were found: in a cluster, in a saved answer, in another build.</summary>
    /// <param name="tables">The declared tables.</param>
    /// <param name="found">The tables that are there. What they do not know of themselves is not compared.</param>
    /// <param name="includeExtraTables">True: tables that are not declared are differences too, though no drift.</param>
    public static KustoSchemaDiff Compare(
        IEnumerable<TableSchema> tables, IEnumerable<StoredTable> found, bool includeExtraTables = false)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(found);
        Dictionary<string, StoredTable> stored = new(StringComparer.Ordinal);
        foreach (StoredTable table in found)
        {
            stored[table.Name] = table;
        }

        // Several types may share a table.
        List<SchemaDifference> differences = [];
        HashSet<string> declared = [];
        foreach (TableSchema table in tables)
        {
            declared.Add(table.Name);
            differences.AddRange(SchemaComparer.Compare(table, stored.GetValueOrDefault(table.Name)));
        }

        if (includeExtraTables)
        {
            differences.AddRange(stored.Keys.Except(declared).Order(StringComparer.Ordinal).Select(table =>
                new SchemaDifference(SchemaDifferenceKind.TableExtra, SchemaChangeClass.LosesData, table)));
        }

        return new KustoSchemaDiff(differences);
    }

    /// <summary>A line for each difference, with what follows from it below; for people and for logs.</summary>
    public override string ToString()
    {
        if (Differences.Count == 0)
        {
            return "The tables are as declared.";
        }

        StringBuilder text = new();
        foreach (SchemaDifference difference in Differences)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(difference);
            foreach (string line in difference.Advice?.Split('\n') ?? [])
            {
                text.Append("\n           ").Append(line);
            }
        }

        return text.ToString();
    }
}
