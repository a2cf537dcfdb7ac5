using System.Text;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Where the assembly's list of tables goes.</summary>
internal static class AssemblyParser
{
    public static AssemblyModel Parse(
        (Compilation Compilation, AnalyzerConfigOptionsProvider Options) source, CancellationToken cancellationToken)
    {
        _ = source.Options.GlobalOptions.TryGetValue(KnownNames.RootNamespaceOption, out string? root);
        string[] parts = Parts(string.IsNullOrWhiteSpace(root) ? source.Compilation.AssemblyName ?? "" : root!);
        return new AssemblyModel(
            string.Join(".", parts.Select(SourceNames.Identifier)),
            IsTaken(source.Compilation, parts));
    }

    // "My-App.2nd" is a fine name of an assembly and no namespace.
    private static string[] Parts(string name) =>
        [.. name.Split('.').Where(part => part.Length > 0).Select(ToIdentifier)];

    private static string ToIdentifier(string part)
    {
        StringBuilder identifier = new();
        foreach (char character in part)
        {
            identifier.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        return SyntaxFacts.IsIdentifierStartCharacter(identifier[0]) ? identifier.ToString() : "_" + identifier;
    }

    private static bool IsTaken(Compilation compilation, string[] parts)
    {
        INamespaceSymbol? space = compilation.Assembly.GlobalNamespace;
        foreach (string part in parts)
        {
            space = space?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
        }

        return space is not null
            && space.GetMembers(KnownNames.Tables).Any(member => member is not INamedTypeSymbol { Arity: > 0 });
    }
}
