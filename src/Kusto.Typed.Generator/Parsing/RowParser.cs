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
        AttributeData attribute = Attributes.Find(type, KnownNames.KustoTable) ?? context.Attributes[0];
        return Parse(context, attribute, type, cancellationToken);
    }

    public static RowParseResult ParseMap(
        GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        Parse(context, context.Attributes[0], RowOfMap(context.Attributes[0]), cancellationToken);

    /// <summary>What there is to say of a type besides errors; nothing where it is no table.</summary>
    public static IEnumerable<Diagnostic> Remarks(
        INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        AttributeData? table = Attributes.Find(type, KnownNames.KustoTable);
        AttributeData? attribute = table ?? type.GetAttributes().FirstOrDefault(IsMap);
        INamedTypeSymbol? row = table is not null ? type : attribute is null ? null : RowOfMap(attribute);
        if (row is null or { TypeKind: TypeKind.Error }
            || attribute!.ApplicationSyntaxReference?.GetSyntax(cancellationToken).Parent?.Parent
                is not TypeDeclarationSyntax syntax)
        {
            return [];
        }

        RowTarget target = new(type, row, syntax, attribute, compilation, hearsRemarks: true);
        if (ShapeParser.Check(target))
        {
            ParseRow(target, cancellationToken);
        }

        return target.Diagnostics.Where(diagnostic => diagnostic.DefaultSeverity != DiagnosticSeverity.Error);
    }

    public static bool IsMap(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "KustoRowForAttribute", Arity: 1 };

    private static INamedTypeSymbol? RowOfMap(AttributeData attribute) =>
        attribute.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    private static RowParseResult Parse(
        GeneratorAttributeSyntaxContext context,
        AttributeData attribute,
        INamedTypeSymbol? row,
        CancellationToken cancellationToken)
    {
        if (row is null or { TypeKind: TypeKind.Error } || !IsOn(attribute, context.TargetNode))
        {
            return new RowParseResult([], [], Places: null);
        }

        RowTarget target = new(
            (INamedTypeSymbol)context.TargetSymbol,
            row,
            (TypeDeclarationSyntax)context.TargetNode,
            attribute,
            context.SemanticModel.Compilation,
            hearsRemarks: false);
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
