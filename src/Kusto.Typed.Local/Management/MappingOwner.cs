using System.Collections.Immutable;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>Whose mappings a command is about: those of a table, or those of a database, which all its tables have.</summary>
/// <param name="database">The database.</param>
/// <param name="table">The table; null: the database itself.</param>
internal sealed class MappingOwner(DatabaseStore database, string? table)
{
    public DatabaseStore Database => database;

    /// <summary>The name of the table; empty for a database.</summary>
    public string Table => table ?? "";

    /// <summary>What a message calls it: <c>table 'T'</c>.</summary>
    public string Title => table is null ? $"database '{database.Name}'" : $"table '{table}'";

    public ImmutableDictionary<MappingKey, MappingDefinition> Mappings =>
        table is null ? database.Mappings : database.Require(table).Mappings;

    /// <summary>Changes the mappings: what they are now, and the table that they must fit, if there is one.</summary>
    public void Change(
        Func<ImmutableDictionary<MappingKey, MappingDefinition>, Table?, ImmutableDictionary<MappingKey, MappingDefinition>> change)
    {
        if (table is null)
        {
            database.ChangeMappings(current => change(current, null));
        }
        else
        {
            database.Change(table, current => current with { Mappings = change(current.Mappings, current) });
        }
    }
}
