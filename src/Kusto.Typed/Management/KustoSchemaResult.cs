namespace Kusto.Typed;

/// <summary>What was done to a database's schema.</summary>
public sealed class KustoSchemaResult
{
    internal KustoSchemaResult(IReadOnlyList<string> commands, KustoSchemaDiff? differences, IReadOnlyList<SchemaDifference>? left = null)
    {
        Commands = commands;
        Before = differences;
        Left = left ?? [];
    }

    /// <summary>The commands that changed something, in their order; of a dry run those that would have.</summary>
    public IReadOnlyList<string> Commands { get; }

    /// <summary>In what the tables differed before; null where nothing was compared.</summary>
    public KustoSchemaDiff? Before { get; }

    /// <summary>
    /// What was not done since it needs care and <see cref="KustoApplyOptions.AllowNeedsCare"/> is false.
    /// </summary>
    public IReadOnlyList<SchemaDifference> Left { get; }
}
