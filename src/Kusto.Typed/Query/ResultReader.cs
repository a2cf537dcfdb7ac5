using System.Text.Json;
using Kusto.Typed.Connection;

namespace Kusto.Typed.Query;

/// <summary>The rows of a query's result, one by one while the answer arrives, and the errors among them.</summary>
internal abstract class ResultReader(KustoResponse response, JsonStream json) : IDisposable
{
    private JsonStream? _rows;

    /// <summary>The columns; null until <see cref="ReadRowAsync(CancellationToken)"/> came upon them.</summary>
    public ResultColumns? Columns { get; protected set; }

    /// <summary>The row that was read last.</summary>
    public RecordBuffer Record { get; } = new();

    protected long RowCount { get; private set; }

    protected JsonStream Json => json;

    protected bool IsDone { get; set; }

    protected RequestIds Ids => new(response.ClientRequestId, response.ActivityId);

    /// <returns>False where there is no further row and the answer was read to its end without an error.</returns>
    /// <exception cref="KustoServiceException">
    /// The answer carries an error, broke off, or is none of the protocol.
    /// </exception>
    public async ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!IsDone)
            {
                if (_rows is null)
                {
                    await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
                }
                else if (await ReadRowAsync(_rows, cancellationToken).ConfigureAwait(false))
                {
                    RowCount++;
                    return true;
                }
                else
                {
                    EndRows();
                }
            }

            return Columns is null ? throw Broken("it has no result") : false;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A JSON reader's own message, which has a line number, may quote from a value.
            throw ServiceFailure.BrokenAnswer(
                $"The answer to the query is cut off or not what the protocol says, after {RowCount} rows.",
                Ids,
                exception is JsonException { LineNumber: null } ? exception : null);
        }
    }

    public void Dispose()
    {
        EndRows();
        Record.Dispose();
        json.Dispose();
        response.Dispose();
    }

    /// <summary>Reads on until rows begin, or something else ends.</summary>
    protected abstract ValueTask ReadMoreAsync(CancellationToken cancellationToken);

    /// <summary>Rows follow, behind the opening bracket that was just read.</summary>
    protected void BeginRows() => _rows = json;

    /// <summary>Rows that had to be kept until it was known what they are.</summary>
    protected async ValueTask BeginRowsAsync(byte[] captured, CancellationToken cancellationToken)
    {
        JsonStream rows = new(new MemoryStream(captured, writable: false));
        Expect(await rows.ReadAsync(cancellationToken).ConfigureAwait(false), JsonTokenType.StartArray);
        _rows = rows;
    }

    protected static void Expect(JsonTokenType found, JsonTokenType expected)
    {
        if (found != expected)
        {
            throw new JsonException($"The answer has a {found} where a {expected} is expected.");
        }
    }

    /// <summary>Throws the first of the errors, if there are any.</summary>
    protected void ThrowIfError(JsonElement errors)
    {
        if (errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
        {
            throw ServiceFailure.InAnswer(ServiceErrorBody.Of(errors[0]), Ids);
        }
    }

    protected KustoServiceException Broken(string problem) =>
        ServiceFailure.BrokenAnswer($"The answer to the query is not what the protocol says: {problem}.", Ids);

    private async ValueTask<bool> ReadRowAsync(JsonStream rows, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (rows.TryReadRow(Record, Columns!)) // known before any row is read
            {
                case RowRead.Row:
                    return true;
                case RowRead.End:
                    return false;
                case RowRead.Error:
                    throw Error(await rows.ReadElementAsync(cancellationToken).ConfigureAwait(false));
                default:
                    await rows.FillAsync(cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    private KustoServiceException Error(JsonElement inPlaceOfRow)
    {
        foreach (string name in (ReadOnlySpan<string>)["OneApiErrors", "Exceptions"])
        {
            if (inPlaceOfRow.TryGetProperty(name, out JsonElement errors))
            {
                ThrowIfError(errors);
            }
        }

        return ServiceFailure.InAnswer(ServiceErrorBody.Of(inPlaceOfRow), Ids);
    }

    private void EndRows()
    {
        if (_rows != json)
        {
            _rows?.Dispose();
        }

        _rows = null;
    }
}
