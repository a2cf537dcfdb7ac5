using Kusto.Typed.Commands;

namespace Kusto.Typed.Management;

/// <summary>What is done about differences, in which order, and what stops it all.</summary>
internal sealed class SchemaPlan
{
    private SchemaPlan(IReadOnlyList<SchemaDifference> steps, IReadOnlyList<SchemaDifference> left, IReadOnlyList<SchemaDifference> stops)
    {
        Steps = steps;
        Left = left;
        Stops = stops;
        Commands = [.. steps.SelectMany(step => step.Commands).Distinct(StringComparer.Ordinal).OrderBy(UpdatePolicyCommand.Is)];
    }

    /// <summary>The differences that are done away with, in the order of their commands.</summary>
    public IReadOnlyList<SchemaDifference> Steps { get; }

    /// <summary>Differences that need care and are not to be touched.</summary>
    public IReadOnlyList<SchemaDifference> Left { get; }

    /// <summary>Differences because of which nothing may be done at all: half of a plan helps nobody.</summary>
    public IReadOnlyList<SchemaDifference> Stops { get; }

    /// <summary>The commands, each once.</summary>
    public IReadOnlyList<string> Commands { get; }

    public static SchemaPlan Of(KustoSchemaDiff diff, KustoApplyOptions options)
    {
        HashSet<string> lost = [.. options.AllowDataLoss];
        List<SchemaDifference> steps = [];
        List<SchemaDifference> left = [];
        List<SchemaDifference> stops = [];
        foreach (SchemaDifference difference in diff.Differences)
        {
            List<SchemaDifference>? place = difference.Class switch
            {
                SchemaChangeClass.Safe => steps,
                SchemaChangeClass.LosesData when difference.Commands.Count > 0 && lost.Contains(difference.Path) => steps,
                _ when !difference.IsDrift => null,
                SchemaChangeClass.LosesData => stops,
                _ when difference.Commands.Count == 0 => stops,
                _ => options.AllowNeedsCare ? steps : left,
            };
            place?.Add(difference);
        }

        return new SchemaPlan([.. steps.OrderBy(step => Phase(step.Kind))], left, stops);
    }

    // A name has to be there before anything speaks of it, and a column goes when nothing speaks of it any more.
    private static int Phase(SchemaDifferenceKind kind) => kind switch
    {
        SchemaDifferenceKind.ColumnRenamed => 0,
        SchemaDifferenceKind.ColumnType => 1,
        SchemaDifferenceKind.TableMissing or SchemaDifferenceKind.ColumnMissing => 2,
        SchemaDifferenceKind.DocString or SchemaDifferenceKind.Folder => 3,
        SchemaDifferenceKind.Encoding => 4,
        SchemaDifferenceKind.MappingMissing or SchemaDifferenceKind.Mapping => 5,
        SchemaDifferenceKind.Policy => 6,
        _ => 7,
    };
}
