using System.Collections.Immutable;
using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kusto.Typed.Generator.Usage;

/// <summary>Says of a table what is worth knowing and no error: of errors the generator speaks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RemarkAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.TimeOfUnknownKind,
        DiagnosticDescriptors.OffsetLost,
        DiagnosticDescriptors.DecimalDigits,
        DiagnosticDescriptors.UnsignedBeyondLong,
        DiagnosticDescriptors.JsonLacksNaN,
        DiagnosticDescriptors.NullReadsEmpty,
        DiagnosticDescriptors.OrdinalGap,
        DiagnosticDescriptors.WithoutEffect,
        DiagnosticDescriptors.ColumnsInTwoHalves,
        DiagnosticDescriptors.JsonIsEmpty);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (Diagnostic remark in RowParser.Remarks(
            (INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken))
        {
            context.ReportDiagnostic(remark);
        }
    }
}
