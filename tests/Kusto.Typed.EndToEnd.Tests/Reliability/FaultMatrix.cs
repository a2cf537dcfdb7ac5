using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Tests.Reliability;

/// <summary>The faults and the routes that meet them.</summary>
internal static class FaultMatrix
{
    public const int Seeds = 200;

    // Often enough that batches meet several, seldom enough that some come through.
    private const double Probability = 0.25;

    /// <summary>What is made to go wrong, by what a reader calls it.</summary>
    public static IReadOnlyDictionary<string, Func<LocalFault>> Faults { get; } = new Dictionary<string, Func<LocalFault>>(StringComparer.Ordinal)
    {
        ["429 with Retry-After"] = () => LocalFault.Throttle(TimeSpan.Zero),
        ["500"] = () => LocalFault.Answer(500, "General_InternalServerError"),
        ["503"] = () => LocalFault.Answer(503, "ServiceUnavailable"),
        ["401"] = () => LocalFault.Answer(401, "Unauthorized", permanent: true),
        ["permanent 400"] = () => LocalFault.Answer(400, "BadRequest_Planted", permanent: true),
        ["delay"] = () => LocalFault.Delay(Task.Run(static () => { })),
        ["closed before the body"] = () => LocalFault.CloseConnection(LocalFaultMoment.BeforeBody),
        ["closed inside the body"] = () => LocalFault.CloseConnection(LocalFaultMoment.InsideBody),
        ["closed after the body"] = () => LocalFault.CloseConnection(LocalFaultMoment.AfterBody),
        ["answer lost"] = () => LocalFault.CloseConnection(LocalFaultMoment.BeforeAnswer),
        ["one storage account down"] = () => LocalFault.Answer(503, "ServerBusy") with { Account = "localstore1" },
        ["storage keys expire"] = () => LocalFault.Answer(403, "AuthenticationFailed", permanent: true),
        ["mapping unknown to a node"] = LocalFault.UnknownMapping,
        ["message delivered twice"] = LocalFault.DeliverTwice,
    };

    /// <summary>Which requests of a route a fault can meet; none: the two do not go together.</summary>
    public static IReadOnlyList<LocalRequestKind> Requests(string fault, MatrixRoute route)
    {
        LocalRequestKind[] storage = route switch
        {
            MatrixRoute.QueuedByRest => [LocalRequestKind.BlobUpload],
            MatrixRoute.QueuedByQueue => [LocalRequestKind.BlobUpload, LocalRequestKind.QueueMessage, LocalRequestKind.StatusTable],
            MatrixRoute.Managed => [LocalRequestKind.BlobUpload],
            _ => [],
        };
        LocalRequestKind[] service = route switch
        {
            MatrixRoute.Streaming => [LocalRequestKind.Ingest],
            MatrixRoute.QueuedByRest => [LocalRequestKind.Configuration, LocalRequestKind.Submit],
            MatrixRoute.QueuedByQueue => [LocalRequestKind.Resources, LocalRequestKind.IdentityToken],
            MatrixRoute.Managed => [LocalRequestKind.Ingest, LocalRequestKind.Submit],
            _ => [LocalRequestKind.Management],
        };
        return fault switch
        {
            "one storage account down" or "storage keys expire" => storage,
            "mapping unknown to a node" => [.. service.Where(kind => kind == LocalRequestKind.Ingest)],
            "message delivered twice" => [.. storage.Where(kind => kind == LocalRequestKind.QueueMessage)],
            _ => [.. service, .. storage],
        };
    }

    /// <summary>True where a client cannot know whether a request that met the fault was carried out.</summary>
    public static bool IsDoubtful(string fault) =>
        fault is "500" or "answer lost" || fault.StartsWith("closed", StringComparison.Ordinal);

    /// <returns>The rules that are planted, which count how often they fire.</returns>
    public static IReadOnlyList<LocalFaultRule> Plant(LocalFaults faults, string fault, MatrixRoute route, int seed)
    {
        IReadOnlyList<LocalRequestKind> kinds = Requests(fault, route);
        if (route == MatrixRoute.Managed && !kinds.Contains(LocalRequestKind.Ingest))
        {
            // Managed batches come to the storage only where streaming refuses them.
            faults.AddRule(LocalFault.Throttle(TimeSpan.Zero) with { Requests = LocalRequestKind.Ingest }, 1, seed);
        }

        // An account that is down is down for every request.
        double probability = fault == "one storage account down" ? 1 : Probability;
        return
        [
            .. kinds.Select((kind, place) =>
                faults.AddRule(Faults[fault]() with { Requests = kind }, probability, (seed * 31) + place)),
        ];
    }
}

/// <summary>The routes of the matrix.</summary>
public enum MatrixRoute
{
    /// <summary>Streaming.</summary>
    Streaming,

    /// <summary>Queued, by submissions.</summary>
    QueuedByRest,

    /// <summary>Queued, by messages.</summary>
    QueuedByQueue,

    /// <summary>Managed.</summary>
    Managed,

    /// <summary>Inline.</summary>
    Inline,
}
