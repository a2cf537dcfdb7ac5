namespace Kusto.Typed.Tool.Output;

/// <summary>How much a finding matters, in SARIF's words.</summary>
internal enum FindingLevel
{
    /// <summary>Worth knowing; the run is still fine.</summary>
    Note,

    /// <summary>Probably not meant.</summary>
    Warning,

    /// <summary>Does not work, or loses data.</summary>
    Error,
}
