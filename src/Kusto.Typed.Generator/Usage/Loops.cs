using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Usage;

/// <summary>Code that runs again and again.</summary>
internal static class Loops
{
    /// <summary>True where the code stands in a loop, or in a lambda that something calls for each of many.</summary>
    public static bool Contain(SyntaxNode code)
    {
        for (SyntaxNode node = code; node.Parent is { } parent; node = parent)
        {
            if (IsRepeated(parent, node))
            {
                return true;
            }

            if (parent is MemberDeclarationSyntax and not GlobalStatementSyntax or LocalFunctionStatementSyntax)
            {
                return false;
            }

            if (parent is AnonymousFunctionExpressionSyntax lambda && !IsRunAtOnce(lambda))
            {
                return CallerOf(lambda) is "ForEach" or "ForEachAsync" or "Select";
            }
        }

        return false;
    }

    private static bool IsRepeated(SyntaxNode parent, SyntaxNode part) =>
        parent switch
        {
            ForStatementSyntax loop =>
                part == loop.Statement || part == loop.Condition || loop.Incrementors.Contains(part),
            CommonForEachStatementSyntax loop => part == loop.Statement,
            WhileStatementSyntax or DoStatementSyntax => true,
            _ => false,
        };

    // What stands around such a lambda says how often it runs.
    private static bool IsRunAtOnce(AnonymousFunctionExpressionSyntax lambda) =>
        CallerOf(lambda) is "Run" or "StartNew";

    // The name of the method that the lambda is an argument of.
    private static string? CallerOf(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            ? call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
                SimpleNameSyntax name => name.Identifier.ValueText,
                _ => null,
            }
            : null;
}
