using System.Collections.Immutable;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kusto.Typed.Generator.Usage;

/// <summary>KT0030: a request for each row.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RowsOneByOneAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.RowsOneByOne);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IngestorCalls.IsIngest(call)
            && IngestorCalls.Argument(call.Arguments, "rows") is { } rows
            && SingleRow.Is(rows)
            && Loops.Contain(call.Syntax))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.RowsOneByOne, rows.Syntax.GetLocation()));
        }
    }
}
