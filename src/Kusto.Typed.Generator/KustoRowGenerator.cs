using Kusto.Typed.Generator.Emission;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator;

/// <summary>Makes rows of <c>[KustoTable]</c> types: parse, model, emit.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class KustoRowGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.KustoTable, RowParser.IsCandidate, RowParser.Parse)
            .WithTrackingName(TrackingNames.ParseRows);

        var rows = parsed
            .SelectMany(static (result, _) => result.Rows)
            .WithTrackingName(TrackingNames.RowModels);
        context.RegisterSourceOutput(rows, RowEmitter.Emit);

        var assembly = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(AssemblyParser.Parse)
            .WithTrackingName(TrackingNames.AssemblyModel);
        var tables = rows
            .Select(static (row, _) => TableModel.Of(row))
            .WithTrackingName(TrackingNames.TableModels)
            .Collect()
            .Select(static (all, _) => new EquatableArray<TableModel>(all.ToArray()))
            .Combine(assembly)
            .WithTrackingName(TrackingNames.TablesFile);
        context.RegisterSourceOutput(tables, TablesEmitter.Emit);

        var diagnostics = parsed
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic));

        var conflicts = parsed
            .Collect()
            .SelectMany(static (results, _) => TableConflicts.Among(results))
            .WithTrackingName(TrackingNames.TableConflicts);
        context.RegisterSourceOutput(conflicts, static (output, conflict) => output.ReportDiagnostic(conflict));
    }
}
