using Kusto.Typed.Commands;
using Kusto.Typed.Management;

namespace Kusto.Typed;

/// <content>What became of ingestions and commands.</content>
public sealed partial class KustoSchemaClient
{
    /// <summary>Lists the ingestions into the database that failed, the last one first.</summary>
    /// <remarks>
    /// The service lists what its own commands could not do, minutes late at times. What failed before, such as a message
    /// that cannot be read, is not listed: only <c>IngestResult.WaitUntilIngestedAsync</c> tells.
    /// </remarks>
    /// <param name="options">Which of them; null: those of the last 24 hours.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">The age is 0 or less.</exception>
    /// <exception cref="KustoServiceException">The service refused the command or did not answer.</exception>
    /// <exception cref="KustoTypedException">The answer lacks the time of a failure, or has a value that cannot be read.</exception>
    public async ValueTask<IReadOnlyList<KustoIngestionFailure>> FailuresAsync(
        KustoIngestionFailureOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new KustoIngestionFailureOptions();
        string command = OutcomeCommands.ShowIngestionFailures(
            Database, options.Table, AgeOf(options.MaxAge, options.OperationId), options.OperationId);
        return Outcomes.Failures(
            await _connection.ExecuteCommandAsync(Database, command, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Lists operations in the last state that each is known to be in, the last one that changed first.</summary>
    /// <remarks>Operations of other databases are left out where the service tells the database.</remarks>
    /// <param name="options">Which of them; null: those that changed in the last 24 hours.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">The age is 0 or less.</exception>
    /// <exception cref="KustoServiceException">The service refused the command or did not answer.</exception>
    /// <exception cref="KustoTypedException">The answer lacks a time, or has a value that cannot be read.</exception>
    public async ValueTask<IReadOnlyList<KustoOperation>> OperationsAsync(
        KustoOperationOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new KustoOperationOptions();
        string command = OutcomeCommands.ShowOperations(
            AgeOf(options.MaxAge, options.OperationId), options.OperationId);
        return Outcomes.Operations(
            await _connection.ExecuteCommandAsync(Database, command, cancellationToken).ConfigureAwait(false), Database);
    }

    private static TimeSpan? AgeOf(TimeSpan? maxAge, Guid? operationId)
    {
        if (maxAge <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxAge), maxAge, "The age is 0 or less, and would list nothing; set more, or null for all.");
        }

        return operationId is null ? maxAge : null;
    }
}
