using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>A type with <c>[KustoTable]</c> as a model.</summary>
internal static class RowParser
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is TypeDeclarationSyntax;

    public static RowParseResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData attribute = Attributes.Find(type, KnownNames.KustoTable) ?? context.Attributes[0];
        if (!IsOn(attribute, context.TargetNode))
        {
            return new RowParseResult([], [], Place: null);
        }

        RowTarget target = new(
            type, (TypeDeclarationSyntax)context.TargetNode, attribute, context.SemanticModel.Compilation);
        RowModel? row = ShapeParser.Check(target) ? ParseRow(target, cancellationToken) : null;
        return row is not null && target.Diagnostics.Count == 0
            ? new RowParseResult([row], [], Attributes.PlaceOfWhole(attribute))
            : new RowParseResult([], target.Diagnostics, Place: null);
    }

    // On two halves of a type the attribute is the compiler's error, and still one row.
    private static bool IsOn(AttributeData attribute, SyntaxNode declaration) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent == declaration;

    private static RowModel? ParseRow(RowTarget target, CancellationToken cancellationToken)
    {
        TableDeclarationModel table = TableParser.Parse(target);
        JsonTypes json = JsonTypes.Of(target);
        List<ColumnDraft> drafts = [];
        bool isComplete = true;
        foreach (IPropertySymbol property in Properties.Of(target.Type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            isComplete &= ColumnParser.TryParse(target, property, json, drafts);
        }

        if (isComplete && drafts.Count == 0)
        {
            target.Report(DiagnosticDescriptors.NoColumn, target.Identifier, target.Type.Name);
        }

        ColumnNames.Check(target, drafts);
        NameClashes.Check(target, json.Types.Count > 0);
        if (!isComplete || target.Diagnostics.Count > 0 || !ReadingPlan.TryMake(target, drafts))
        {
            return null;
        }

        return new RowModel(
            HintNames.Of(target.Type),
            SourceNames.Namespace(target.Type),
            ShapeParser.Containers(target.Type),
            ShapeParser.Opening(target.Type),
            ShapeParser.Accessibility(target.Type),
            ShapeParser.IsReachable(target.Type),
            IsObsolete(target.Type, drafts),
            table,
            new EquatableArray<ColumnModel>([.. drafts.Select(draft => draft.ToModel())]),
            json.Types.Count > 0 ? json.Context : null,
            new EquatableArray<JsonTypeModel>([.. json.Types]));
    }

    private static bool IsObsolete(INamedTypeSymbol type, List<ColumnDraft> drafts) =>
        drafts.Exists(draft => draft.IsObsolete)
        || type.InstanceConstructors.Any(constructor => Attributes.Has(constructor, KnownNames.Obsolete));
}
