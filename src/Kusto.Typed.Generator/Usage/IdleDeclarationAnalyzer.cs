using System.Collections.Immutable;
using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kusto.Typed.Generator.Usage;

/// <summary>Finds what is declared of a table on types that are none, which no generator looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IdleDeclarationAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] s_ofTables =
    [
        KnownNames.KustoStreamingIngestion, KnownNames.KustoIngestionBatching, KnownNames.KustoRetention,
        KnownNames.KustoCaching, KnownNames.KustoPartitioning, KnownNames.KustoRowOrder, KnownNames.KustoUpdate,
        KnownNames.KustoAutoDelete, KnownNames.KustoFilledColumn, KnownNames.KustoColumnOf,
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.WithoutEffect);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        ImmutableArray<AttributeData> attributes = context.Symbol.GetAttributes();
        bool isMap = attributes.Any(RowParser.IsMap);
        bool isTable = isMap || Attributes.Has(context.Symbol, KnownNames.KustoTable);
        foreach (AttributeData attribute in s_ofTables.SelectMany(name => Attributes.All(context.Symbol, name)))
        {
            bool isOfMaps = attribute.AttributeClass!.Name == "KustoColumnOfAttribute";
            if (!isTable || (isOfMaps && !isMap))
            {
                Report(context, attribute, isOfMaps ? "no map with [KustoRowFor<...>]" : "no table");
            }
        }
    }

    private static void Report(SymbolAnalysisContext context, AttributeData attribute, string lack) =>
        context.ReportDiagnostic(Diagnostic.Create(
            DiagnosticDescriptors.WithoutEffect,
            Attributes.PlaceOfWhole(attribute),
            Attributes.NameOf(attribute),
            $"'{context.Symbol.Name}' is {lack}",
            "remove the attribute, or add [KustoTable]"));
}
