using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Outcomes;

/// <summary>Failures and operations as the tool reports them, a line each.</summary>
internal static class OutcomeFindings
{
    private static readonly FindingRule s_permanent = new("KF001", FindingLevel.Error, "An ingestion failed and will fail again");
    private static readonly FindingRule s_transient = new("KF002", FindingLevel.Warning, "An ingestion failed and may succeed another time");
    private static readonly FindingRule s_failed = new("KF003", FindingLevel.Error, "An operation did not do all that it was to do");
    private static readonly FindingRule s_other = new("KF004", FindingLevel.Note, "An operation");

    public static Finding Of(KustoIngestionFailure failure) => new(
        failure.IsPermanent == false ? s_transient : s_permanent,
        FormattableString.Invariant($"{failure.FailedOn:u} {failure.Table}: {failure.ErrorCode ?? "no code"}: {failure.Details} ")
        + $"(operation {failure.OperationId}"
        + (failure.Source is null ? "" : $", source {failure.Source}")
        + (failure.OriginatesFromUpdatePolicy ? ", from an update policy" : "")
        + ")");

    public static Finding Of(KustoOperation operation)
    {
        bool isDone = operation.State
            is not (KustoOperationState.Failed or KustoOperationState.BadInput or KustoOperationState.PartiallySucceeded or KustoOperationState.Abandoned);
        string status = operation.Status.Length > 0 ? $": {operation.Status}" : "";
        return new Finding(
            isDone ? s_other : s_failed,
            FormattableString.Invariant($"{operation.LastUpdatedOn:u} {operation.Kind} {operation.State}{status} (operation {operation.Id})"));
    }
}
