using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Which constructor makes an object when a row is read, and which properties are set behind it.</summary>
internal static class ReadingPlan
{
    /// <summary>Says each member how its property is set.</summary>
    /// <returns>False where no constructor will do, which is reported for the first one that was considered.</returns>
    public static bool TryMake(RowTarget target, INamedTypeSymbol type, IReadOnlyList<MemberDraft> members)
    {
        bool areMade = members.OfType<FlattenedDraft>().All(inner => TryMake(target, inner.Type, inner.Members));
        return areMade && TryMakeOne(target, type, members);
    }

    /// <summary>The plan as a model, once it is made.</summary>
    public static CreationModel ToModel(string type, IReadOnlyList<MemberDraft> members) => new(
        type,
        Values(members, member => member.Parameter?.Name),
        Values(members, member => member.IsInitialized ? member.Property.Name : null));

    private static bool TryMakeOne(RowTarget target, INamedTypeSymbol type, IReadOnlyList<MemberDraft> members)
    {
        ReadingProblem? first = null;
        foreach (IMethodSymbol constructor in Constructors.Of(target, type))
        {
            ConstructorFit fit = new(target, constructor, members);
            if (fit.Problem is not { } problem)
            {
                fit.Apply();
                return true;
            }

            first ??= problem;
        }

        first ??= new ReadingProblem(
            target.Identifier, type.Name, "has no constructor that can make it", "add one without parameters");
        target.Report(DiagnosticDescriptors.NotReadable, first.Place, first.Subject, first.Found, first.Advice);
        return false;
    }

    private static EquatableArray<MemberValueModel> Values(
        IReadOnlyList<MemberDraft> members, Func<MemberDraft, string?> name) =>
        new([.. members
            .Select(member => name(member) is { } target ? Value(member, SourceNames.Identifier(target)) : null)
            .OfType<MemberValueModel>()]);

    private static MemberValueModel Value(MemberDraft member, string target)
    {
        if (member is not FlattenedDraft flattened)
        {
            return new MemberValueModel(target, ((ColumnDraft)member).Position, Creation: null, new([]));
        }

        int[] columns = ColumnType.TakesNull(flattened.Property.Type)
            ? [.. MemberDraft.Columns(flattened.Members).Select(column => column.Position)]
            : [];
        return new MemberValueModel(
            target,
            Column: -1,
            ToModel(SourceNames.Type(flattened.Type), flattened.Members),
            new EquatableArray<int>(columns));
    }
}
