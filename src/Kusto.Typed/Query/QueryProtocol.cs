namespace Kusto.Typed.Query;

/// <summary>In which shape a query's answer comes.</summary>
internal enum QueryProtocol
{
    /// <summary>Frames, which is what new services are asked for.</summary>
    V2,

    /// <summary>Tables, as commands answer.</summary>
    V1,
}
