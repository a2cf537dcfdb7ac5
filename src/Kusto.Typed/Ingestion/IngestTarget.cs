using Kusto.Typed.Schema;

namespace Kusto.Typed.Ingestion;

/// <summary>Where rows go: a table of a database, with the columns and the mapping of the rows' type.</summary>
internal sealed record IngestTarget(string Database, TableSchema Schema)
{
    public string Table => Schema.Name;

    public string MappingName => Schema.Mapping.Name;
}
