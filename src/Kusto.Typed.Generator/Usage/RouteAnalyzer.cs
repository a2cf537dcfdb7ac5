using System.Collections.Immutable;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kusto.Typed.Generator.Usage;

/// <summary>KT0031: an option or properties that the route does not look at, or refuses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RouteAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.NoEffectOnRoute);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeOptions, OperationKind.ObjectCreation, OperationKind.With);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    private static void AnalyzeOptions(OperationAnalysisContext context)
    {
        if (!IngestorCalls.Is(context.Operation.Type, IngestorCalls.Options)
            || RouteOf(context.Operation) is not { } route)
        {
            return;
        }

        foreach (ISimpleAssignmentOperation assignment in Routes.Assignments(context.Operation))
        {
            if (Routes.Option(assignment)?.Name is { } option
                && RouteFacts.RoutesOfOption(option) is { } routes
                && !routes.Contains(route))
            {
                string advice = $"remove it, or take the route {Choice(routes)}";
                Report(context, assignment.Target, option, "has no effect on", route, advice);
            }
        }
    }

    // Options without a route may be the ground of several; where an ingestor takes them as they are, they are not.
    private static string? RouteOf(IOperation options) =>
        Routes.Written(options)
        ?? (Routes.IsDefault(options) && IsGivenToIngestor(options) ? RouteFacts.Default : null);

    private static bool IsGivenToIngestor(IOperation options) =>
        options.Parent switch
        {
            IConversionOperation conversion => IsGivenToIngestor(conversion),
            IArgumentOperation { Parent: IObjectCreationOperation made } =>
                IngestorCalls.Is(made.Type, IngestorCalls.Ingestor),
            _ => false,
        };

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IngestorCalls.IsIngest(call)
            && IngestorCalls.Argument(call.Arguments, "properties")
                is (IObjectCreationOperation or IWithOperation) and { } given
            && given.Type is { } type
            && RouteFacts.RoutesOfProperties(type.ToDisplayString()) is { } routes
            && VisibleIngestor.Of(call.Instance, context.CancellationToken) is { } ingestor
            && Routes.Of(ingestor) is { } route
            && !routes.Contains(route))
        {
            const string Effect = "make this call throw an ArgumentException on";
            Report(context, given, type.Name, Effect, route, Advice(route, routes));
        }
    }

    private static string Advice(string route, IReadOnlyList<string> routes)
    {
        string instead = route switch
        {
            "Streaming" => "it carries no properties: leave them out",
            "Inline" => "give InlineIngestProperties",
            _ => "give QueuedIngestProperties",
        };
        return $"{instead}, or take the route {Choice(routes)}";
    }

    private static string Choice(IReadOnlyList<string> routes) =>
        routes.Count == 1
            ? routes[0]
            : string.Join(", ", routes.Take(routes.Count - 1)) + " or " + routes[routes.Count - 1];

    private static void Report(
        OperationAnalysisContext context, IOperation place, string what, string effect, string route, string advice) =>
        context.ReportDiagnostic(Diagnostic.Create(
            DiagnosticDescriptors.NoEffectOnRoute, place.Syntax.GetLocation(), what, effect, route, advice));
}
