using System.Composition;
using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kusto.Typed.CodeFixes.Json;

/// <summary>KT0007: the JSON context gets the type, and the row a context where it has none.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class JsonMetadataFix() : Fix(DiagnosticDescriptors.JsonContextMissing)
{
    // Types of one row go to one context: changes made one by one would meet there.
    public override FixAllProvider GetFixAllProvider() =>
        new FixTogether("Add all types to JSON contexts", (solution, places, cancellationToken) =>
            JsonContexts.AddAsync(
                solution,
                [.. places.Select(place => JsonNeed.Of(place, cancellationToken)).OfType<JsonNeed>()],
                cancellationToken));

    protected override Change? Offer(FixPlace place, CancellationToken cancellationToken) =>
        JsonNeed.Of(place, cancellationToken) is { } need
            ? new Change(
                Title(need),
                token => JsonContexts.AddAsync(place.Document.Project.Solution, [need], token))
            : null;

    private static string Title(JsonNeed need)
    {
        string type = need.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return need.Context is null
            ? $"Give '{need.Row.Name}' a JSON context with '{type}'"
            : $"Add [JsonSerializable(typeof({type}))] to '{JsonContexts.NameOf(need.Context)}'";
    }
}
