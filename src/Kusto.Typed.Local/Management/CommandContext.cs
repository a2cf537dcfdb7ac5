using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Management;

/// <summary>A command on its way: its text, the database it was sent to, and who sent it.</summary>
internal sealed record CommandContext(
    TextScanner Text, ClusterStore Cluster, DatabaseStore Database, string ClientRequestId)
{
    public DateTime Now => Cluster.Options.TimeProvider.GetUtcNow().UtcDateTime;

    /// <summary>Reads the name of a database, which must be there.</summary>
    public MappingOwner ReadDatabaseOwner() =>
        new(Cluster.Require(Text.ReadName("the name of a database")), table: null);

    public string ReadTableName() => Text.ReadName("the name of a table");
}
