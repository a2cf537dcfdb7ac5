using System.Collections.Immutable;
using Kusto.Typed.Generator.Emission;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator;

/// <summary>Makes rows of <c>[KustoTable]</c> types and of those that <c>[KustoRowFor]</c> names: parse, model, emit.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class KustoRowGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var tables = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.KustoTable, RowParser.IsCandidate, RowParser.ParseTable)
            .WithTrackingName(TrackingNames.ParseRows);
        var maps = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.KustoRowFor, RowParser.IsCandidate, RowParser.ParseMap)
            .WithTrackingName(TrackingNames.ParseMaps);

        var assembly = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(AssemblyParser.Parse)
            .WithTrackingName(TrackingNames.AssemblyModel);
        var list = EmitRows(context, tables)
            .Combine(EmitRows(context, maps))
            .Select(static (both, _) => new EquatableArray<TableModel>([.. both.Left, .. both.Right]))
            .Combine(assembly)
            .WithTrackingName(TrackingNames.TablesFile);
        context.RegisterSourceOutput(list, TablesEmitter.Emit);

        var locks = context.AdditionalTextsProvider
            .Where(LockParser.IsLock)
            .Select(LockParser.Parse)
            .Collect()
            .Select(static (files, _) => LockModel.Of(files))
            .WithTrackingName(TrackingNames.Locks);
        var parsed = tables.Collect()
            .Combine(maps.Collect())
            .Select(static (both, _) => both.Left.AddRange(both.Right));
        ReportAll(context, parsed.SelectMany(static (all, _) => all.SelectMany(result => result.Diagnostics)));
        ReportAll(context, parsed.SelectMany(static (all, _) => TableConflicts.Among(all)));
        ReportAll(context, parsed.Combine(locks).SelectMany(static (both, _) => LockRules.Check(both.Left, both.Right)));
    }

    private static IncrementalValueProvider<ImmutableArray<TableModel>> EmitRows(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<RowParseResult> parsed)
    {
        var rows = parsed
            .SelectMany(static (result, _) => result.Rows)
            .WithTrackingName(TrackingNames.RowModels);
        context.RegisterSourceOutput(rows, RowEmitter.Emit);
        return rows
            .Select(static (row, _) => TableModel.Of(row))
            .WithTrackingName(TrackingNames.TableModels)
            .Collect();
    }

    private static void ReportAll(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Diagnostic> diagnostics) =>
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
}
