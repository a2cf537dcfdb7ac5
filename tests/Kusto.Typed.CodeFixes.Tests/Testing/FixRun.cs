using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kusto.Typed.CodeFixes.Tests.Testing;

/// <summary>What the fixes that an editor finds make of a user's files.</summary>
internal sealed class FixRun
{
    /// <summary>All fixes.</summary>
    public static IReadOnlyList<CodeFixProvider> Providers { get; } =
    [
        .. UserSolution.Instances<CodeFixProvider>(
            Assembly.Load("Kusto.Typed.CodeFixes"), typeof(ExportCodeFixProviderAttribute)),
    ];

    private readonly Solution _solution;

    private FixRun(Solution solution) => _solution = solution;

    public static FixRun Fixing(params string[] files) => Fixing(LanguageVersion.CSharp12, files);

    public static FixRun Fixing(LanguageVersion version, params string[] files) =>
        new(UserSolution.Of(files, version));

    /// <summary>The same with a kusto.lock beside the project.</summary>
    public FixRun LockedBy(string text) => new(UserSolution.WithLock(_solution, text));

    /// <summary>Fails unless the fix of that title turns the files into these, and nothing is left to say of them.</summary>
    public async Task ShouldBecomeAsync(string id, string title, params string[] files)
    {
        (CodeAction action, _, _) = await OfferedAsync(id, title);
        await ShouldBeAsync(await ApplyAsync(action), id, files);
    }

    /// <summary>Fails unless the fix of that title, made everywhere, turns the files into these.</summary>
    public async Task ShouldBecomeEverywhereAsync(string id, string title, params string[] files)
    {
        (CodeAction action, CodeFixProvider provider, Document document) = await OfferedAsync(id, title);
        FixAllContext context = new(
            document, provider, FixAllScope.Solution, action.EquivalenceKey!, [id], new Diagnoser(), CancellationToken.None);
        CodeAction all = (await provider.GetFixAllProvider()!.GetFixAsync(context)).ShouldNotBeNull();
        await ShouldBeAsync(await ApplyAsync(all), id, files);
    }

    /// <summary>Fails unless the diagnostic is there, and no fix is offered for it.</summary>
    public async Task ShouldOfferNothingAsync(string id)
    {
        (await UserSolution.DiagnoseAsync(_solution)).ShouldContain(diagnostic => diagnostic.Id == id);
        (await OffersAsync(id)).Select(offer => offer.Action.Title).ShouldBeEmpty();
    }

    private static async Task ShouldBeAsync(Solution solution, string id, string[] files)
    {
        List<string> found = [];
        foreach (Document document in solution.Projects.Single().Documents)
        {
            found.Add((await document.GetTextAsync()).ToString());
        }

        found.ShouldBe(files);

        // Remarks of other kinds are no matter of the fix.
        (await UserSolution.DiagnoseAsync(solution))
            .Where(diagnostic => diagnostic.Id == id || diagnostic.Severity > DiagnosticSeverity.Info)
            .Select(diagnostic => diagnostic.ToString())
            .ShouldBeEmpty(id);
    }

    private async Task<(CodeAction Action, CodeFixProvider Provider, Document Document)> OfferedAsync(string id, string title)
    {
        IReadOnlyList<(CodeAction Action, CodeFixProvider Provider, Document Document)> offers = await OffersAsync(id);
        offers.Select(offer => offer.Action.Title).ShouldContain(title);
        return offers.First(offer => offer.Action.Title == title);
    }

    private async Task<IReadOnlyList<(CodeAction Action, CodeFixProvider Provider, Document Document)>> OffersAsync(string id)
    {
        List<(CodeAction, CodeFixProvider, Document)> offers = [];
        foreach (Diagnostic diagnostic in (await UserSolution.DiagnoseAsync(_solution)).Where(found => found.Id == id))
        {
            Document document = _solution.GetDocument(diagnostic.Location.SourceTree).ShouldNotBeNull();
            foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(id)))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(
                    document, diagnostic, (action, _) => offers.Add((action, provider, document)), CancellationToken.None));
            }
        }

        return offers;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private sealed class Diagnoser : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            OfAsync(project, _ => true);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return await OfAsync(document.Project, diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            OfAsync(project, diagnostic => diagnostic.Location.SourceTree is null);

        private static async Task<IEnumerable<Diagnostic>> OfAsync(Project project, Func<Diagnostic, bool> isWanted) =>
            (await UserSolution.DiagnoseAsync(project.Solution)).Where(isWanted);
    }
}
