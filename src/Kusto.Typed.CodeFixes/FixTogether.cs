using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kusto.Typed.CodeFixes;

/// <summary>Mends all diagnostics in one go, for fixes whose changes meet in one place.</summary>
/// <param name="title">What an editor shows.</param>
/// <param name="apply">Makes the changes of all places, which lie in one solution.</param>
internal sealed class FixTogether(
    string title, Func<Solution, IReadOnlyList<FixPlace>, CancellationToken, Task<Solution>> apply) : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        List<FixPlace> places = [];
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document
                && await FixPlace.FindAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false)
                    is { } place)
            {
                places.Add(place);
            }
        }

        return CodeAction.Create(
            title, cancellationToken => apply(fixAllContext.Solution, places, cancellationToken), title);
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document && context.Document is { } document)
        {
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        }

        IEnumerable<Project> projects =
            context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        List<Diagnostic> diagnostics = [];
        foreach (Project project in projects)
        {
            diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return diagnostics;
    }
}
