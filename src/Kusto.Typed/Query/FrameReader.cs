using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Connection;

namespace Kusto.Typed.Query;

/// <summary>Reads the frames of the v2 protocol.</summary>
internal sealed class FrameReader(KustoResponse response, JsonStream json) : ResultReader(response, json)
{
    private bool _isBegun;
    private bool _isCompleted;
    private long? _resultId;
    private Frame _frame = new();

    protected override async ValueTask ReadMoreAsync(CancellationToken cancellationToken)
    {
        JsonTokenType token = await Json.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!_isBegun)
        {
            Expect(token, JsonTokenType.StartArray);
            _isBegun = true;
            return;
        }

        switch (token)
        {
            case JsonTokenType.StartObject:
                _frame = new Frame();
                break;
            case JsonTokenType.PropertyName:
                await ReadPropertyAsync(Json.Text, cancellationToken).ConfigureAwait(false);
                break;
            case JsonTokenType.EndObject:
                await EndFrameAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                Expect(token, JsonTokenType.EndArray);
                IsDone = _isCompleted ? true : throw Broken("it ends without a DataSetCompletion");
                break;
        }
    }

    private async ValueTask ReadPropertyAsync(string name, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case "Rows":
                await ReadRowsAsync(cancellationToken).ConfigureAwait(false);
                break;
            case "Columns":
                _frame.Columns = ResultColumns.Of(await Json.ReadElementAsync(cancellationToken).ConfigureAwait(false));
                break;
            case "OneApiErrors":
                _frame.Errors = await Json.ReadElementAsync(cancellationToken).ConfigureAwait(false);
                break;
            case "FrameType" or "TableKind" or "TableFragmentType" or "TableId" or "RowCount" or "HasErrors" or "Cancelled":
                await Json.ReadAsync(cancellationToken).ConfigureAwait(false);
                SetScalar(name);
                break;
            default:
                await Json.SkipAsync(cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private void SetScalar(string name)
    {
        switch (name)
        {
            case "FrameType":
                _frame.Type = Json.Text;
                break;
            case "TableKind":
                _frame.TableKind = Json.Text;
                break;
            case "TableFragmentType":
                _frame.FragmentType = Json.Text;
                break;
            case "TableId":
                _frame.TableId = Number();
                break;
            case "RowCount":
                _frame.RowCount = Number();
                break;
            case "HasErrors":
                _frame.HasErrors = Json.Token == JsonTokenType.True;
                break;
            default:
                _frame.IsCancelled = Json.Token == JsonTokenType.True;
                break;
        }
    }

    private long? Number() =>
        long.TryParse(Json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    // The order of a frame's properties is not promised: rows that come before what tells of them are kept until its
    // end.
    private async ValueTask ReadRowsAsync(CancellationToken cancellationToken)
    {
        if (!_frame.IsKnown)
        {
            _frame.Captured = await Json.CaptureAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (BelongsToResult())
        {
            Expect(await Json.ReadAsync(cancellationToken).ConfigureAwait(false), JsonTokenType.StartArray);
            BeginRows();
        }
        else
        {
            await Json.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask EndFrameAsync(CancellationToken cancellationToken)
    {
        switch (_frame.Type)
        {
            case "TableHeader" when _frame.TableKind == Frame.PrimaryResult:
                BeginResult();
                break;
            case "TableCompletion":
                ThrowIfError(_frame.Errors);
                ThrowIfRowsAreMissing();
                break;
            case "DataSetCompletion":
                ThrowIfFailed();
                _isCompleted = true;
                break;
            default:
                if (_frame.Captured is { } captured && BelongsToResult())
                {
                    await BeginRowsAsync(captured, cancellationToken).ConfigureAwait(false);
                }

                break;
        }
    }

    private bool BelongsToResult()
    {
        if (_frame.Type == "DataTable" && _frame.TableKind == Frame.PrimaryResult)
        {
            BeginResult();
            return true;
        }

        if (_frame.Type != "TableFragment" || _frame.TableId != _resultId)
        {
            return false;
        }

        return _frame.FragmentType == "DataAppend"
            ? true
            : throw Broken($"it is progressive ({_frame.FragmentType}), which was not asked for and is not supported");
    }

    private void BeginResult()
    {
        if (Columns is not null)
        {
            throw new KustoTypedException(
                $"The query has more than one result, and rows are read from one. Request {Ids.ClientRequestId}. "
                + "Leave one tabular statement in the query.");
        }

        Columns = _frame.Columns ?? throw Broken("a table has no columns");
        _resultId = _frame.TableId;
    }

    private void ThrowIfRowsAreMissing()
    {
        if (_frame.TableId == _resultId && _frame.RowCount is { } count && count != RowCount)
        {
            throw Broken($"{RowCount} rows came and {count} were announced");
        }
    }

    private void ThrowIfFailed()
    {
        ThrowIfError(_frame.Errors);
        if (_frame.HasErrors || _frame.IsCancelled)
        {
            throw ServiceFailure.InAnswer(
                ServiceErrorBody.OfText(_frame.IsCancelled ? "The query was cancelled." : "The query failed."), Ids);
        }
    }
}
