using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Sees to it that the generated classes beside a type find their names free.</summary>
internal static class NameClashes
{
    public static void Check(RowTarget target, bool hasJsonTypes)
    {
        Check(target, RowModel.CompanionOf(target.Type.Name));
        if (hasJsonTypes)
        {
            Check(target, RowModel.JsonHolderOf(target.Type.Name));
        }

        if (target.IsMap && target.Type.ContainingType is null)
        {
            Check(target, RowModel.ExtensionsOf(target.Type.Name));
        }
    }

    private static void Check(RowTarget target, string name)
    {
        if (Owner(target.Type, name) is { } owner)
        {
            string place = owner is INamespaceSymbol { IsGlobalNamespace: true }
                ? "the global namespace"
                : owner.ToDisplayString();
            target.Report(
                DiagnosticDescriptors.GeneratedNameTaken,
                target.Identifier,
                name,
                place,
                $"for '{target.Type.Name}'");
        }
    }

    // A member of the row would hide the class from the generated half of the row.
    private static INamespaceOrTypeSymbol? Owner(INamedTypeSymbol type, string name) =>
        OwnerAmong(type, name)
        ?? (type.ContainingType is { } container ? OwnerAround(container, name) : OwnerAbove(type, name));

    private static INamespaceOrTypeSymbol? OwnerAround(INamedTypeSymbol container, string name) =>
        container.Name == name ? container : OwnerAmong(container, name);

    private static INamespaceOrTypeSymbol? OwnerAbove(INamedTypeSymbol type, string name) =>
        type.ContainingNamespace.GetMembers(name).Any(IsWithoutParameters) ? type.ContainingNamespace : null;

    private static INamedTypeSymbol? OwnerAmong(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (level.GetMembers(name).Any(IsWithoutParameters))
            {
                return level;
            }
        }

        return null;
    }

    private static bool IsWithoutParameters(ISymbol symbol) =>
        symbol is not INamedTypeSymbol { Arity: > 0 } and not INamedTypeSymbol { IsFileLocal: true };
}
