using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The outside of a row type: whether it can be one, and how its declaration opens.</summary>
internal static class ShapeParser
{
    /// <returns>False where no source can be generated for the type, which is reported.</returns>
    public static bool Check(RowTarget target)
    {
        CheckLanguage(target);
        CheckPartial(target);
        if (Problem(target.Type) is { } problem)
        {
            target.Report(DiagnosticDescriptors.ShapeNotSupported, target.Identifier, target.Type.Name, problem);
        }
        else if (target.IsMap)
        {
            CheckMap(target);
        }

        return !target.HasErrors;
    }

    /// <summary>The type of a map's rows.</summary>
    public static MappedRowModel MappedRow(RowTarget target) => new(
        SourceNames.Type(target.Row),
        IsPublic(target.Type) && IsPublic(target.Row) ? "public" : "internal");

    public static EquatableArray<TypeModel> Containers(INamedTypeSymbol type) =>
        new([.. AroundOutermostFirst(type).Select(Opening)]);

    public static TypeModel Opening(INamedTypeSymbol type)
    {
        string keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Interface, _) => "interface",
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (_, true) => "record",
            _ => "class",
        };
        return new TypeModel(keyword, SourceNames.Identifier(type.Name));
    }

    public static string Accessibility(INamedTypeSymbol type) =>
        SyntaxFacts.GetText(type.DeclaredAccessibility);

    /// <summary>True where all of the assembly can name the type.</summary>
    public static bool IsReachable(INamedTypeSymbol type) =>
        AroundOutermostFirst(type).Append(type).All(level => level.DeclaredAccessibility
            is Microsoft.CodeAnalysis.Accessibility.Public
            or Microsoft.CodeAnalysis.Accessibility.Internal
            or Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal);

    private static IEnumerable<INamedTypeSymbol> AroundOutermostFirst(INamedTypeSymbol type)
    {
        Stack<INamedTypeSymbol> containers = [];
        for (INamedTypeSymbol? around = type.ContainingType; around is not null; around = around.ContainingType)
        {
            containers.Push(around);
        }

        return containers;
    }

    private static void CheckLanguage(RowTarget target)
    {
        LanguageVersion version = ((CSharpParseOptions)target.Syntax.SyntaxTree.Options).LanguageVersion;
        if (version < LanguageVersion.CSharp11)
        {
            target.Report(
                DiagnosticDescriptors.LanguageTooOld,
                target.Identifier,
                target.Type.Name,
                version.ToDisplayString());
        }
    }

    private static void CheckPartial(RowTarget target)
    {
        for (SyntaxNode? node = target.Syntax; node is not null; node = node.Parent)
        {
            if (node is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                string whom = node == target.Syntax ? "it" : $"'{target.Type.Name}' inside it";
                target.Report(
                    DiagnosticDescriptors.NotPartial,
                    declaration.Identifier.GetLocation(),
                    declaration.Identifier.ValueText,
                    whom);
            }
        }
    }

    private static void CheckMap(RowTarget target)
    {
        if (target.Type.GetMembers().Any(member => !member.IsStatic && !member.IsImplicitlyDeclared))
        {
            target.Report(
                DiagnosticDescriptors.MapNotPossible,
                target.Identifier,
                target.Type.Name,
                "has members of its own, which no row has; leave the struct empty");
        }

        if (RowProblem(target.Row) is { } problem)
        {
            target.Report(
                DiagnosticDescriptors.MapNotPossible,
                target.Identifier,
                target.Type.Name,
                $"is for '{SourceNames.ForPeople(target.Row)}', which is {problem}; name a type that can be made");
        }
    }

    private static string? RowProblem(INamedTypeSymbol row) => row switch
    {
        { TypeKind: not (TypeKind.Class or TypeKind.Struct) } => "no class or struct",
        { IsStatic: true } => "static",
        { IsAbstract: true } => "abstract",
        { IsRefLikeType: true } => "a ref struct",
        { IsFileLocal: true } => "local to its file",
        _ when Codecs.OfScalar(row) is not null => "a value of one column and no row",
        _ => null,
    };

    private static bool IsPublic(ITypeSymbol type) =>
        type.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public
        && (type.ContainingType is null || IsPublic(type.ContainingType))
        && (type is not INamedTypeSymbol named || named.TypeArguments.All(IsPublic));

    private static string? Problem(INamedTypeSymbol type) =>
        type switch
        {
            { TypeKind: TypeKind.Interface } => "an interface",
            { IsStatic: true } => "static",
            { IsAbstract: true } => "abstract",
            { IsRefLikeType: true } => "a ref struct",
            _ => AroundOutermostFirst(type).Append(type).Select(NestingProblem).OfType<string>().FirstOrDefault(),
        };

    private static string? NestingProblem(INamedTypeSymbol level) =>
        level switch
        {
            { IsFileLocal: true } => "local to its file, or inside a type that is",
            { Arity: > 0 } => "generic, or inside a generic type",
            _ => null,
        };
}
