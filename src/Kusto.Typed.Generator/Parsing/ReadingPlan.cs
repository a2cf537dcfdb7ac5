using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Which constructor makes a row when one is read, and which properties are set behind it.</summary>
internal static class ReadingPlan
{
    /// <summary>Says each draft how its property is set.</summary>
    /// <returns>False where no constructor will do, which is reported for the first one that was considered.</returns>
    public static bool TryMake(RowTarget target, IReadOnlyList<ColumnDraft> drafts)
    {
        ReadingProblem? first = null;
        foreach (IMethodSymbol constructor in Constructors.Of(target.Type))
        {
            ConstructorFit fit = new(target, constructor, drafts);
            if (fit.Problem is not { } problem)
            {
                fit.Apply();
                return true;
            }

            first ??= problem;
        }

        first ??= new ReadingProblem(
            target.Identifier, target.Type.Name, "has no constructor that can make it", "add one without parameters");
        target.Report(DiagnosticDescriptors.NotReadable, first.Place, first.Subject, first.Found, first.Advice);
        return false;
    }
}
