using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kusto.Typed.Generator.Usage;

/// <summary>Sources that are seen to be of exactly one row.</summary>
internal static class SingleRow
{
    public static bool Is(IOperation source) =>
        source switch
        {
            IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.Length == 1,
            IObjectCreationOperation list => IsListOfOne(list),
            IInvocationOperation call => IsRepeatedOnce(call),
            _ => IsCollectionExpression(source.Syntax),
        };

    // The compiler knows collection expressions and has, in the oldest version that we support, no operation for them.
    private static bool IsCollectionExpression(SyntaxNode syntax) =>
        syntax is CollectionExpressionSyntax { Elements: { Count: 1 } elements }
        && elements[0] is ExpressionElementSyntax;

    // Constructed from nothing or with a capacity: a sequence would bring further rows.
    private static bool IsListOfOne(IObjectCreationOperation list) =>
        list.Initializer is { Initializers: { Length: 1 } initializers }
        && initializers[0] is IInvocationOperation { TargetMethod.Name: "Add" }
        && list.Arguments.All(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32);

    private static bool IsRepeatedOnce(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Repeat", ContainingType: { } type }
        && IngestorCalls.Is(type, "System.Linq.Enumerable")
        && IngestorCalls.Argument(call.Arguments, "count")?.ConstantValue is { HasValue: true, Value: 1 };
}
