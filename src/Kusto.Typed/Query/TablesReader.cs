using System.Text.Json;
using Kusto.Typed.Connection;

namespace Kusto.Typed.Query;

/// <summary>Reads the tables of the v1 protocol: the first is the result, the others tell of it.</summary>
internal sealed class TablesReader(KustoResponse response, JsonStream json) : ResultReader(response, json)
{
    private const int ErrorSeverity = 2;

    private bool _isBegun;
    private bool _isInTables;
    private bool _isInResult;
    private byte[]? _captured;

    protected override async ValueTask ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (_isInResult)
        {
            await ReadResultAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (_isInTables)
        {
            await ReadTableAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await ReadAnswerAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadAnswerAsync(CancellationToken cancellationToken)
    {
        JsonTokenType token = await Json.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!_isBegun)
        {
            Expect(token, JsonTokenType.StartObject);
            _isBegun = true;
        }
        else if (token == JsonTokenType.EndObject)
        {
            IsDone = true;
        }
        else if (Json.Text == "Tables")
        {
            Expect(await Json.ReadAsync(cancellationToken).ConfigureAwait(false), JsonTokenType.StartArray);
            _isInTables = true;
        }
        else if (Json.Text is "Exceptions" or "OneApiErrors")
        {
            ThrowIfError(await Json.ReadElementAsync(cancellationToken).ConfigureAwait(false));
        }
        else
        {
            await Json.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadTableAsync(CancellationToken cancellationToken)
    {
        if (Columns is null)
        {
            Expect(await Json.ReadAsync(cancellationToken).ConfigureAwait(false), JsonTokenType.StartObject);
            _isInResult = true;
            return;
        }

        RowRead read;
        while ((read = Json.TryReadRow(Record, Columns)) == RowRead.Incomplete)
        {
            await Json.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        _isInTables = read != RowRead.End;
        if (_isInTables)
        {
            ThrowIfFailed(await Json.ReadElementAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    private async ValueTask ReadResultAsync(CancellationToken cancellationToken)
    {
        JsonTokenType token = await Json.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (token == JsonTokenType.EndObject)
        {
            _isInResult = false;
            if (_captured is not null)
            {
                await BeginRowsAsync(_captured, cancellationToken).ConfigureAwait(false);
            }
        }
        else if (Json.Text == "Columns")
        {
            Columns = ResultColumns.Of(await Json.ReadElementAsync(cancellationToken).ConfigureAwait(false));
        }
        else if (Json.Text != "Rows")
        {
            await Json.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (Columns is null)
        {
            _captured = await Json.CaptureAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Expect(await Json.ReadAsync(cancellationToken).ConfigureAwait(false), JsonTokenType.StartArray);
            BeginRows();
        }
    }

    // Of the tables behind the result, the one with a Severity tells how the query went.
    private void ThrowIfFailed(JsonElement table)
    {
        if (!table.TryGetProperty("Columns", out JsonElement columns) || !table.TryGetProperty("Rows", out JsonElement rows))
        {
            throw Broken("a table has no columns or no rows");
        }

        List<string> names = [.. ResultColumns.Of(columns).Names];
        int severity = names.IndexOf("Severity");
        int description = names.IndexOf("StatusDescription");
        foreach (JsonElement row in rows.EnumerateArray())
        {
            if (row.ValueKind == JsonValueKind.Object)
            {
                throw ServiceFailure.InAnswer(ServiceErrorBody.Of(row), Ids);
            }

            if (severity >= 0 && description >= 0 && row[severity].TryGetInt32(out int found) && found <= ErrorSeverity)
            {
                throw ServiceFailure.InAnswer(ServiceErrorBody.Of(row[description]), Ids);
            }
        }
    }
}
