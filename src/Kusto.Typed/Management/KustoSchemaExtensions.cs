namespace Kusto.Typed;

/// <summary>The schema of a database, from a connection.</summary>
public static class KustoSchemaExtensions
{
    /// <summary>The tables of a database, to be created and changed as types declare them.</summary>
    /// <param name="connection">The cluster.</param>
    /// <param name="database">
    /// The database; null: the connection's <see cref="KustoConnection.DefaultDatabase"/>.
    /// </param>
    /// <exception cref="ArgumentException">Neither names a database.</exception>
    public static KustoSchemaClient Schema(this KustoConnection connection, string? database = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        string? name = database ?? connection.DefaultDatabase;
        return string.IsNullOrEmpty(name)
            ? throw new ArgumentException(
                "No database is named, neither here nor by the connection; name the one that has the tables.",
                nameof(database))
            : new KustoSchemaClient(connection, name);
    }
}
