using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>A type with <c>[KustoTable]</c>, or a map with <c>[KustoRowFor]</c>, as a model.</summary>
internal static class RowParser
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is TypeDeclarationSyntax;

    public static RowParseResult ParseTable(
        GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        return Parse(context, Attributes.Find(type, KnownNames.KustoTable), type, cancellationToken);
    }

    public static RowParseResult ParseMap(
        GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        AttributeData attribute = context.Attributes[0];
        var row = attribute.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;
        return Parse(context, attribute, row, cancellationToken);
    }

    private static RowParseResult Parse(
        GeneratorAttributeSyntaxContext context,
        AttributeData? found,
        INamedTypeSymbol? row,
        CancellationToken cancellationToken)
    {
        AttributeData attribute = found ?? context.Attributes[0];
        if (row is null or { TypeKind: TypeKind.Error } || !IsOn(attribute, context.TargetNode))
        {
            return new RowParseResult([], [], Places: null);
        }

        RowTarget target = new(
            (INamedTypeSymbol)context.TargetSymbol,
            row,
            (TypeDeclarationSyntax)context.TargetNode,
            attribute,
            context.SemanticModel.Compilation);
        return ShapeParser.Check(target)
            ? ParseRow(target, cancellationToken)
            : new RowParseResult([], target.Diagnostics, Places: null);
    }

    // On two halves of a type the attribute is the compiler's error, and still one row.
    private static bool IsOn(AttributeData attribute, SyntaxNode declaration) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent == declaration;

    private static RowParseResult ParseRow(RowTarget target, CancellationToken cancellationToken)
    {
        JsonTypes json = JsonTypes.Of(target);
        MemberScope scope = MemberScope.Of(target, json);
        TableDeclarationModel table = TableParser.Parse(target, scope);
        IReadOnlyList<MemberDraft>? members = MemberParser.Parse(
            scope, target.Row, MemberPath.Of(target.Row), cancellationToken);
        if (members is { Count: 0 })
        {
            target.Report(DiagnosticDescriptors.NoColumn, target.Identifier, target.Row.Name);
        }

        IReadOnlyList<ColumnDraft> drafts = Ordinals.Assign(target, MemberDraft.Columns(members ?? []));
        ColumnNames.Check(target, drafts);
        PartialHalves.Check(target, drafts);
        IdleAttributes.Check(target);
        IReadOnlyList<ColumnModel> filled = FilledColumns.Parse(target, drafts);
        table = table with { Policies = PolicyParser.Parse(target, drafts, filled) };
        NameClashes.Check(target, json.Types.Count > 0);
        if (members is null || target.HasErrors || !ReadingPlan.TryMake(target, target.Row, members))
        {
            return new RowParseResult([], target.Diagnostics, Places: null);
        }

        return new RowParseResult([Model(target, table, json, members, drafts, filled)], target.Diagnostics, PlacesOf(target, drafts));
    }

    private static RowModel Model(
        RowTarget target,
        TableDeclarationModel table,
        JsonTypes json,
        IReadOnlyList<MemberDraft> members,
        IReadOnlyList<ColumnDraft> drafts,
        IReadOnlyList<ColumnModel> filled) =>
        new(
            HintNames.Of(target.Type),
            SourceNames.Namespace(target.Type),
            ShapeParser.Containers(target.Type),
            ShapeParser.Opening(target.Type),
            target.IsMap ? ShapeParser.MappedRow(target) : null,
            ShapeParser.Accessibility(target.Type),
            ShapeParser.IsReachable(target.Type),
            IsObsolete(target, members),
            table,
            new EquatableArray<ColumnModel>([.. drafts.Select(draft => draft.ToModel()), .. filled]),
            ReadingPlan.ToModel(target.IsMap ? SourceNames.Type(target.Row) : "", members),
            json.Types.Count > 0 ? json.Context : null,
            new EquatableArray<JsonTypeModel>([.. json.Types]));

    private static RowPlaces PlacesOf(RowTarget target, IReadOnlyList<ColumnDraft> drafts) => new(
        Attributes.PlaceOfWhole(target.Attribute),
        target.Identifier,
        [.. drafts.Select(draft => new ColumnPlaces(
            draft.Property.Name, Places.Name(draft.Property), Places.Type(draft.Property)))]);

    private static bool IsObsolete(RowTarget target, IReadOnlyList<MemberDraft> members) =>
        members.Any(member => member.IsObsolete)
        || Attributes.Has(target.Row, KnownNames.Obsolete)
        || target.Row.InstanceConstructors.Any(constructor => Attributes.Has(constructor, KnownNames.Obsolete));
}
