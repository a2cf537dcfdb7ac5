namespace Kusto.Typed;

/// <summary>What was done to a database's schema.</summary>
public sealed class KustoSchemaResult
{
    internal KustoSchemaResult(IReadOnlyList<string> commands) => Commands = commands;

    /// <summary>The commands that the service carried out, in their order.</summary>
    public IReadOnlyList<string> Commands { get; }
}
