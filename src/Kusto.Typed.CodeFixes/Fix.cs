using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kusto.Typed.CodeFixes;

/// <summary>One diagnostic and the one change that mends it: what is left to a fix is to make that change.</summary>
internal abstract class Fix(DiagnosticDescriptor descriptor) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(descriptor.Id);

    // Right where each change stays within its own lines; a fix whose changes meet brings a provider of its own.
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            FixPlace? place = await FixPlace.FindAsync(context.Document, diagnostic, context.CancellationToken)
                .ConfigureAwait(false);
            if (place is not null && Offer(place, context.CancellationToken) is { } change)
            {
                // The key has no name in it: all of the same kind can be mended at once.
                context.RegisterCodeFix(
                    CodeAction.Create(change.Title, change.ApplyAsync, equivalenceKey: GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>The change; null where there is none that leaves the code better than it was.</summary>
    protected abstract Change? Offer(FixPlace place, CancellationToken cancellationToken);
}
