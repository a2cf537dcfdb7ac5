using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kusto.Typed.Generator.Usage;

/// <summary>How the ingestor of a call was made, where that stands in the same method or beside the field.</summary>
internal static class VisibleIngestor
{
    /// <summary>The making of the ingestor; null where it does not show, or may be another by then.</summary>
    public static IObjectCreationOperation? Of(IOperation? ingestor, CancellationToken cancellationToken) =>
        ingestor is null ? null : IngestorCalls.WithoutConversions(ingestor) switch
        {
            IObjectCreationOperation made => made,
            ILocalReferenceOperation { Local: { } local } reference => Initializer(reference, local, cancellationToken),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } reference =>
                Initializer(reference, field, cancellationToken),
            _ => null,
        };

    private static IObjectCreationOperation? Initializer(
        IOperation reference, ISymbol variable, CancellationToken cancellationToken)
    {
        if (reference.SemanticModel is not { } model
            || variable.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration
            || declaration.SyntaxTree != model.SyntaxTree
            || declaration.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax declarator
            || declarator.Initializer?.Value is not { } value
            || IsAssigned(declarator))
        {
            return null;
        }

        return model.GetOperation(value, cancellationToken) is { } made
            ? IngestorCalls.WithoutConversions(made) as IObjectCreationOperation
            : null;
    }

    // Told by the name: rather silent than wrong about a variable that is set again.
    private static bool IsAssigned(VariableDeclaratorSyntax variable)
    {
        string name = variable.Identifier.ValueText;
        SyntaxNode scope = variable.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? variable.SyntaxTree.GetRoot();
        return scope.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left.GetLastToken().ValueText == name,
            ArgumentSyntax argument => !argument.RefOrOutKeyword.IsKind(SyntaxKind.None)
                && argument.Expression.GetLastToken().ValueText == name,
            _ => false,
        });
    }
}
