using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kusto.Typed.Generator.Usage;

/// <summary>Calls and values of the ingestor, as the compiler understands them.</summary>
internal static class IngestorCalls
{
    public const string Ingestor = "Kusto.Typed.KustoIngestor";
    public const string Options = "Kusto.Typed.KustoIngestOptions";
    public const string QueuedProperties = "Kusto.Typed.QueuedIngestProperties";
    public const string InlineProperties = "Kusto.Typed.InlineIngestProperties";

    public static bool IsIngest(IInvocationOperation call) =>
        call.TargetMethod.Name == "IngestAsync" && Is(call.TargetMethod.ContainingType, Ingestor);

    public static bool Is(ITypeSymbol? type, string name) => type?.ToDisplayString() == name;

    /// <summary>What is given for the parameter; null: nothing is.</summary>
    public static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, string parameter)
    {
        IArgumentOperation? argument = arguments.FirstOrDefault(candidate =>
            candidate.Parameter?.Name == parameter && candidate.ArgumentKind == ArgumentKind.Explicit);
        return argument is null ? null : WithoutConversions(argument.Value);
    }

    public static IOperation WithoutConversions(IOperation operation) =>
        operation is IConversionOperation conversion ? WithoutConversions(conversion.Operand) : operation;
}
