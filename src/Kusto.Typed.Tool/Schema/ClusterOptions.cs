using System.CommandLine;
using Azure.Identity;

namespace Kusto.Typed.Tool.Schema;

/// <summary>The options that say which database is meant.</summary>
internal sealed class ClusterOptions
{
    public Option<string?> Cluster { get; } = new("--cluster")
    {
        Description = "The cluster: its URI (signed in as DefaultAzureCredential finds; a loopback endpoint without), or a connection string.",
        HelpName = "URI",
    };

    public Option<string?> Database { get; } = new("--database", "-d")
    {
        Description = "The database; may be left out where the connection string names it.",
        HelpName = "NAME",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Cluster);
        command.Options.Add(Database);
    }

    /// <exception cref="UsageException">No cluster is named, or it is no URI.</exception>
    public KustoConnection Connect(ParseResult words)
    {
        string cluster = words.GetValue(Cluster)
            ?? throw new UsageException("No cluster is named: --cluster URI, such as https://mycluster.westus.kusto.windows.net.");
        return IsSignedIn(cluster) ? new KustoConnection(cluster, new DefaultAzureCredential()) : new KustoConnection(cluster);
    }

    /// <summary>The database's name.</summary>
    /// <exception cref="UsageException">None is named.</exception>
    public string DatabaseOf(ParseResult words, KustoConnection kusto) =>
        words.GetValue(Database) ?? kusto.DefaultDatabase
        ?? throw new UsageException("No database is named: --database NAME.");

    // A connection string says for itself how to sign in, and a loopback endpoint takes nobody's word.
    private static bool IsSignedIn(string cluster) =>
        Uri.TryCreate(cluster, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps && !uri.IsLoopback;
}
