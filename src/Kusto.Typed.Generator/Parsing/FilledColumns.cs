using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The columns that no property has: the mapping fills them.</summary>
internal static class FilledColumns
{
    public static IReadOnlyList<ColumnModel> Parse(RowTarget target, IReadOnlyList<ColumnDraft> drafts)
    {
        HashSet<string> names = new(drafts.Select(draft => draft.Name), StringComparer.OrdinalIgnoreCase);
        HashSet<string> constants = new(drafts.Select(draft => draft.Constant), StringComparer.Ordinal);
        List<ColumnModel> columns = [];
        foreach (AttributeData attribute in Attributes.All(target.Type, KnownNames.KustoFilledColumn))
        {
            if (Attributes.FirstText(attribute) is { } name)
            {
                TableParser.CheckName(target, "column name", name, Attributes.PlaceOf(attribute));
                if (!names.Add(name) || !constants.Add(Constant(name)))
                {
                    target.Report(
                        DiagnosticDescriptors.DuplicateColumn,
                        Attributes.PlaceOf(attribute),
                        name,
                        "another column is called so",
                        "column");
                }

                columns.AddRange(Column(target, attribute, name));
            }
        }

        return columns;
    }

    private static ColumnModel[] Column(RowTarget target, AttributeData attribute, string name)
    {
        var value = Attributes.Named(attribute, "Value") as string;
        var transform = (KustoTransform)(Attributes.Named(attribute, "Transform") as int? ?? 0);
        KustoType filled = transform == KustoTransform.None ? KustoType.String : KustoTransforms.ColumnType(transform);
        int asked = Attributes.Named(attribute, "Type") as int? ?? 0;
        KustoType type = asked == 0 ? filled : (KustoType)asked;
        if (Problem(value, transform, type) is { } problem)
        {
            Location? place = problem.Argument is null
                ? Attributes.PlaceOfWhole(attribute)
                : Attributes.PlaceOf(attribute, problem.Argument);
            target.Report(problem.Descriptor, place, [name, .. problem.Words]);
            return [];
        }

        string? docString = Attributes.Named(attribute, "DocString") as string;
        TableParser.CheckText(target, "docstring", docString, Attributes.PlaceOf(attribute, "DocString"));
        TableParser.CheckText(target, "value", value, Attributes.PlaceOf(attribute, "Value"));
        ColumnDeclarationModel declared = new(docString, ConstantValue: value, Transform: transform);
        return [new ColumnModel(name, SourceNames.Identifier(Constant(name)), type, declared, Field: null)];
    }

    private static FilledColumnProblem? Problem(string? value, KustoTransform transform, KustoType type) =>
        (value, transform) switch
        {
            (null, KustoTransform.None) => Constant(null, "it is filled with nothing", "give Value or Transform"),
            (not null, not KustoTransform.None) =>
                Constant("Transform", "it is filled twice", "give either Value or Transform"),
            _ when type is < KustoType.Bool or > KustoType.TimeSpan => Constant("Type", "its type is none", "give a Kusto type"),
            (not null, _) when ConstantText.Problem(type, value) is { } problem =>
                Constant("Value", problem, "give a value of the column's type"),
            (null, _) => OfTransform(transform, type),
            _ => null,
        };

    private static FilledColumnProblem? OfTransform(KustoTransform transform, KustoType type)
    {
        (string Found, string Advice)? problem = transform switch
        {
            _ when !KustoTransforms.IsOfCsv(transform) => Transforms.NotOfCsv,
            _ when !KustoTransforms.IsWithoutField(transform) => (
                "takes a field to make an instant of",
                "put it on a property of type long with [KustoColumn(Transform = ...)]"),
            _ when type != KustoTransforms.ColumnType(transform) => (
                $"gives a {KustoTransforms.ColumnType(transform).ToKusto()}, and the column is a {type.ToKusto()}",
                "remove Type"),
            _ => null,
        };
        return problem is { } found
            ? new FilledColumnProblem(
                DiagnosticDescriptors.TransformNotPossible, "Transform", transform.ToString(), found.Found, found.Advice)
            : null;
    }

    private static FilledColumnProblem Constant(string? argument, string problem, string advice) =>
        new(DiagnosticDescriptors.FilledColumnNotPossible, argument, problem, advice);

    // The name as an identifier: what cannot stand in one is an underscore.
    private static string Constant(string name)
    {
        string identifier = new([.. name.Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_')]);
        return identifier.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(identifier[0]) ? identifier : "_" + identifier;
    }

    private sealed record FilledColumnProblem(DiagnosticDescriptor Descriptor, string? Argument, params string[] Words);
}
