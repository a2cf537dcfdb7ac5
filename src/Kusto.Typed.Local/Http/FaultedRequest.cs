using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Kusto.Typed.Local.Http;

/// <summary>A request and the fault that it meets, if any, at each of its moments.</summary>
internal sealed class FaultedRequest(HttpContext context, LocalFault? fault)
{
    private const int PieceBytes = 4096;

    /// <summary>Waits, closes the connection or lets the request go on.</summary>
    public async Task BeforeBodyAsync()
    {
        if (fault is null)
        {
            return;
        }

        await fault.Until.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        CloseAt(LocalFaultMoment.BeforeBody);
        if (fault.CloseAt == LocalFaultMoment.InsideBody)
        {
            _ = await context.Request.Body.ReadAsync(new byte[PieceBytes], context.RequestAborted).ConfigureAwait(false);
            CloseAt(LocalFaultMoment.InsideBody);
        }

        if (fault.StatusCode is { } status)
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted).ConfigureAwait(false);
            throw Refused(fault, status);
        }
    }

    public void AfterBody() => CloseAt(LocalFaultMoment.AfterBody);

    public void BeforeAnswer() => CloseAt(LocalFaultMoment.BeforeAnswer);

    private static RequestRefusedException Refused(LocalFault met, int status)
    {
        int? seconds = met.RetryAfter is { } delay ? (int)Math.Ceiling(delay.TotalSeconds) : null;
        return new RequestRefusedException(
            status,
            met.ErrorCode,
            "Kusto.Data.Exceptions.KustoServiceException",
            "The local endpoint was told to answer so.",
            met.Permanent)
        {
            RetryAfter = seconds?.ToString(CultureInfo.InvariantCulture),
        };
    }

    private void CloseAt(LocalFaultMoment moment)
    {
        if (fault?.CloseAt == moment)
        {
            context.Abort();
            throw new OperationCanceledException("A fault has closed the connection.");
        }
    }
}
