using Kusto.Typed.CodeFixes.Editing;
using Kusto.Typed.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Kusto.Typed.CodeFixes.Json;

/// <summary>JSON contexts in the user's source.</summary>
internal static class JsonContexts
{
    public static string NameOf(SyntaxNode context) => ((TypeDeclarationSyntax)context).Identifier.ValueText;

    /// <summary>Adds the types to the contexts of their rows, and contexts to rows without.</summary>
    public static async Task<Solution> AddAsync(
        Solution solution, IReadOnlyList<JsonNeed> needs, CancellationToken cancellationToken)
    {
        SolutionEditor editor = new(solution);
        foreach (IGrouping<SyntaxNode, JsonNeed> group in needs.GroupBy(need => need.Context ?? need.Table))
        {
            if (solution.GetDocumentId(group.Key.SyntaxTree) is { } id)
            {
                Add(
                    await editor.GetDocumentEditorAsync(id, cancellationToken).ConfigureAwait(false),
                    group.Key,
                    [.. group]);
            }
        }

        return editor.GetChangedSolution();
    }

    private static void Add(DocumentEditor editor, SyntaxNode target, IReadOnlyList<JsonNeed> needs)
    {
        if (target is not AttributeSyntax table)
        {
            editor.ReplaceNode(target, (context, generator) => WithTypes(generator, context, needs));
            return;
        }

        string name = ContextNames.For(needs[0].Row);
        editor.ReplaceNode(table, (attribute, generator) => AttributeEditing.AddArgument(
            (AttributeSyntax)attribute, "JsonContext", generator.TypeOfExpression(generator.IdentifierName(name))));
        TypeDeclarationSyntax outermost = table.Ancestors().OfType<TypeDeclarationSyntax>().Last();
        IEnumerable<SyntaxTrivia> lineEnd =
            outermost.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        editor.InsertAfter(
            outermost,
            WithTypes(editor.Generator, NewContext(editor, name, needs[0].Compilation), needs)
                .WithTrailingTrivia(lineEnd));
    }

    private static SyntaxNode NewContext(DocumentEditor editor, string name, Compilation compilation) =>
        TypeEditing.WithoutBody(
            editor.Generator.ClassDeclaration(
                name,
                accessibility: Accessibility.Internal,
                modifiers: DeclarationModifiers.Sealed | DeclarationModifiers.Partial,
                baseType: AttributeEditing.Name(editor.Generator, compilation, KnownNames.JsonSerializerContext)),
            editor.OriginalRoot.SyntaxTree.Options);

    private static SyntaxNode WithTypes(SyntaxGenerator generator, SyntaxNode context, IReadOnlyList<JsonNeed> needs) =>
        needs
            .Select(need => need.Type)
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
            .Aggregate(context, (all, type) => AttributeEditing.Add(
                generator,
                all,
                AttributeEditing.Make(
                    generator,
                    needs[0].Compilation,
                    KnownNames.JsonSerializable,
                    generator.TypeOfExpression(generator.TypeExpression(type)))));
}
