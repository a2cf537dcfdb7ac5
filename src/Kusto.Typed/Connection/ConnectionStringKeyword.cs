namespace Kusto.Typed.Connection;

/// <summary>A keyword of Kusto's connection strings, under all its names.</summary>
internal sealed record ConnectionStringKeyword(string Name, string[] Aliases, bool IsSecret = false, string? Unsupported = null)
{
    private const string NotSent = "it changes nothing that this library sends; leave it out";

    public static readonly ConnectionStringKeyword DataSource =
        new("Data Source", ["server", "addr", "address", "networkaddress"]);

    public static readonly ConnectionStringKeyword InitialCatalog = new("Initial Catalog", ["database"]);

    public static readonly ConnectionStringKeyword Federated =
        new("AAD Federated Security", ["federatedsecurity", "aadfed", "fed", "federated"]);

    public static readonly ConnectionStringKeyword Authority =
        new("Authority Id", ["tenantid", "tid", "tenant", "authority", "domainhint"]);

    public static readonly ConnectionStringKeyword User = new("User ID", ["user", "uid", "loginhint", "aaduserid"]);

    public static readonly ConnectionStringKeyword ClientId = new("Application Client Id", ["appclientid"]);

    public static readonly ConnectionStringKeyword ClientKey = new("Application Key", ["appkey"], IsSecret: true);

    public static readonly ConnectionStringKeyword CertificateBlob = new("Application Certificate Blob", [], IsSecret: true);

    public static readonly ConnectionStringKeyword CertificateThumbprint =
        new("Application Certificate Thumbprint", ["appcert"], IsSecret: true);

    public static readonly ConnectionStringKeyword SendChain = new(
        "Application Certificate SendX5c",
        ["applicationcertificatex5c", "sendx5c", "applicationcertificatesendpubliccertificate", "sendcertificatechain"]);

    public static readonly ConnectionStringKeyword ApplicationToken = new("Application Token", ["apptoken"], IsSecret: true);

    public static readonly ConnectionStringKeyword UserToken = new("User Token", ["usrtoken"], IsSecret: true);

    public static readonly ConnectionStringKeyword TraceApplication =
        new("Application Name for Tracing", ["traceappname"]);

    public static readonly ConnectionStringKeyword TraceUser = new("User Name for Tracing", ["traceusername"]);

    public static readonly ConnectionStringKeyword TraceVersion = new("Client Version for Tracing", []);

    private static readonly ConnectionStringKeyword[] s_all =
    [
        DataSource, InitialCatalog, Federated, Authority, User, ClientId, ClientKey, CertificateBlob,
        CertificateThumbprint, SendChain, ApplicationToken, UserToken, TraceApplication, TraceUser, TraceVersion,
        new("Password", ["pwd"], IsSecret: true, Unsupported: "users do not sign in with a password; take AAD Federated Security=true alone, or pass a TokenCredential"),
        new("Application Certificate Issuer Distinguished Name", ["applicationcertificateissuer"], IsSecret: true, Unsupported: "name the certificate by its thumbprint"),
        new("Application Certificate Subject Distinguished Name", ["applicationcertificatesubject"], IsSecret: true, Unsupported: "name the certificate by its thumbprint"),
        new("dSTS Federated Security", ["dstsfed", "dststokentype"], Unsupported: "only Microsoft Entra ID is"),
        new("Data Source Uri", ["serveruri", "clusteruri"], Unsupported: "write Data Source"),
        new("Streaming", [], Unsupported: NotSent),
        new("Uncompressed", [], Unsupported: NotSent),
        new("EnforceMfa", [], Unsupported: NotSent),
        new("Accept", [], Unsupported: NotSent),
        new("Query Consistency", [], Unsupported: NotSent),
        new("Azure Region", ["region"], Unsupported: NotSent),
        new("Namespace", ["ns"], Unsupported: NotSent),
    ];

    private static readonly Dictionary<string, ConnectionStringKeyword> s_byName = s_all
        .SelectMany(keyword => keyword.Aliases.Append(Normalized(keyword.Name)).Select(name => (name, keyword)))
        .ToDictionary(pair => pair.name, pair => pair.keyword, StringComparer.Ordinal);

    public static ConnectionStringKeyword? Find(string name) => s_byName.GetValueOrDefault(Normalized(name));

    /// <summary>The name that takes the fewest letters to become the other one.</summary>
    public static string? Nearest(string name)
    {
        const int FarthestSlip = 3;
        string normalized = Normalized(name);
        (ConnectionStringKeyword Keyword, int Distance) nearest = s_all
            .Where(keyword => keyword.Unsupported is null)
            .Select(keyword => (keyword, keyword.Spellings().Min(known => Distance(known, normalized))))
            .MinBy(found => found.Item2);
        return nearest.Distance <= Math.Min(FarthestSlip, normalized.Length / 2) ? nearest.Keyword.Name : null;
    }

    private IEnumerable<string> Spellings() => Aliases.Append(Normalized(Name));

    private static string Normalized(string name) =>
        name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    // Levenshtein's distance, one row of the table at a time.
    private static int Distance(string first, string second)
    {
        int[] above = [.. Enumerable.Range(0, second.Length + 1)];
        for (int row = 1; row <= first.Length; row++)
        {
            int diagonal = above[0];
            above[0] = row;
            for (int column = 1; column <= second.Length; column++)
            {
                int replaced = diagonal + (first[row - 1] == second[column - 1] ? 0 : 1);
                diagonal = above[column];
                above[column] = Math.Min(replaced, Math.Min(above[column], above[column - 1]) + 1);
            }
        }

        return above[^1];
    }
}
