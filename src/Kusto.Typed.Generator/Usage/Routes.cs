using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kusto.Typed.Generator.Usage;

/// <summary>The route that options and ingestors are seen to have.</summary>
internal static class Routes
{
    /// <summary>The assignments of a creation of options, or of a variant of them; empty: it is neither.</summary>
    public static ImmutableArray<ISimpleAssignmentOperation> Assignments(IOperation options) =>
        options switch
        {
            IObjectCreationOperation { Initializer: { } initializer } => Assignments(initializer),
            IWithOperation { Initializer: { } initializer } => Assignments(initializer),
            _ => ImmutableArray<ISimpleAssignmentOperation>.Empty,
        };

    /// <summary>The option that is assigned.</summary>
    public static IPropertySymbol? Option(ISimpleAssignmentOperation assignment) =>
        (assignment.Target as IPropertyReferenceOperation)?.Property;

    /// <summary>The route that is written down in options; null: none is, or it is no constant.</summary>
    public static string? Written(IOperation options) =>
        Assignments(options)
            .Where(assignment => Option(assignment)?.Name == "Route")
            .Select(assignment => NameOf(assignment.Value))
            .FirstOrDefault();

    /// <summary>The route of an ingestor that is made; null: it does not show.</summary>
    public static string? Of(IObjectCreationOperation ingestor) =>
        IngestorCalls.Argument(ingestor.Arguments, "options") switch
        {
            null or { ConstantValue: { HasValue: true, Value: null } } => RouteFacts.Default,
            { } options => Written(options) ?? (IsDefault(options) ? RouteFacts.Default : null),
        };

    /// <summary>True where options are made, and their route is not set.</summary>
    public static bool IsDefault(IOperation options) =>
        options is IObjectCreationOperation
        && IngestorCalls.Is(options.Type, IngestorCalls.Options)
        && Assignments(options).All(assignment => Option(assignment)?.Name != "Route");

    private static ImmutableArray<ISimpleAssignmentOperation> Assignments(
        IObjectOrCollectionInitializerOperation initializer) =>
        ImmutableArray.CreateRange(initializer.Initializers.OfType<ISimpleAssignmentOperation>());

    private static string? NameOf(IOperation value) =>
        value is { ConstantValue: { HasValue: true, Value: { } number }, Type: { } type }
            ? type.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, number))?.Name
            : null;
}
