using System.Reflection;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management;

/// <summary>What the endpoint says of itself.</summary>
internal static class ClusterResults
{
    private static readonly string s_version =
        typeof(ClusterResults).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "0.0.0";

    // A build has no time of its own where builds are deterministic.
    private static readonly DateTime s_buildTime = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static ResultTable Version(CommandContext context)
    {
        context.Text.ExpectEnd();
        return new ResultTable(
            [
                new("BuildVersion", KustoType.String),
                new("BuildTime", KustoType.DateTime),
                new("ServiceType", KustoType.String),
                new("ProductVersion", KustoType.String),
            ],
            [[s_version, s_buildTime, "Engine", "Kusto.Typed.Local " + s_version]]);
    }

    public static ResultTable Cluster(CommandContext context)
    {
        context.Text.ExpectEnd();
        return new ResultTable(
            [
                new("NodeId", KustoType.String),
                new("Name", KustoType.String),
                new("IsAdmin", KustoType.Bool),
                new("ProductVersion", KustoType.String),
            ],
            [["Local", "Local", true, "Kusto.Typed.Local " + s_version]]);
    }

    public static ResultTable Databases(CommandContext context) =>
        new(
            [
                new("DatabaseName", KustoType.String),
                new("PersistentStorage", KustoType.String),
                new("Version", KustoType.String),
                new("IsCurrent", KustoType.Bool),
                new("DatabaseAccessMode", KustoType.String),
                new("PrettyName", KustoType.String),
            ],
            [
                .. context.Cluster.Databases.Select(database => (object?[])
                    [database.Name, "", database.Version, database == context.Database, "ReadWrite", null]),
            ]);
}
