using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>How the columns fill one constructor and the object initializer behind it.</summary>
internal sealed class ConstructorFit
{
    private readonly RowTarget _target;
    private readonly INamedTypeSymbol _type;
    private readonly IMethodSymbol _constructor;
    private readonly Dictionary<MemberDraft, IParameterSymbol> _arguments = [];
    private readonly HashSet<MemberDraft> _initialized = [];

    public ConstructorFit(RowTarget target, IMethodSymbol constructor, IReadOnlyList<MemberDraft> drafts)
    {
        _target = target;
        _type = constructor.ContainingType;
        _constructor = constructor;
        Problem = FillParameters(drafts) ?? FillInitializer(drafts) ?? MissingRequired(drafts);
    }

    /// <summary>Why the constructor cannot be used; null: it can.</summary>
    public ReadingProblem? Problem { get; }

    /// <summary>Says each draft of the fit how its property is set.</summary>
    public void Apply()
    {
        foreach (KeyValuePair<MemberDraft, IParameterSymbol> argument in _arguments)
        {
            argument.Key.Parameter = argument.Value;
        }

        foreach (MemberDraft draft in _initialized)
        {
            draft.IsInitialized = true;
        }
    }

    private bool SetsRequiredMembers => Attributes.Has(_constructor, KnownNames.SetsRequiredMembers);

    private ReadingProblem? FillParameters(IReadOnlyList<MemberDraft> drafts)
    {
        foreach (IParameterSymbol parameter in _constructor.Parameters)
        {
            MemberDraft? match = Match(drafts, parameter, StringComparison.Ordinal)
                ?? Match(drafts, parameter, StringComparison.OrdinalIgnoreCase);
            if (match is not null)
            {
                _arguments.Add(match, parameter);
            }
            else if (!parameter.IsOptional)
            {
                return new ReadingProblem(
                    Places.Name(parameter) ?? Places.Name(_constructor),
                    _type.Name,
                    "cannot be made: no column has the name and type of the constructor's parameter "
                        + $"'{parameter.Name}'",
                    "add such a property or a constructor without it");
            }
        }

        return null;
    }

    private MemberDraft? Match(
        IReadOnlyList<MemberDraft> drafts, IParameterSymbol parameter, StringComparison comparison) =>
        drafts.FirstOrDefault(draft =>
            string.Equals(draft.Property.Name, parameter.Name, comparison)
            && !_arguments.ContainsKey(draft)
            && SymbolEqualityComparer.Default.Equals(draft.Property.Type, parameter.Type));

    private ReadingProblem? FillInitializer(IReadOnlyList<MemberDraft> drafts)
    {
        foreach (MemberDraft draft in drafts)
        {
            bool isArgument = _arguments.ContainsKey(draft);
            if (isArgument && (SetsRequiredMembers || !draft.Property.IsRequired))
            {
                continue;
            }

            if (IsSettable(draft.Property))
            {
                _initialized.Add(draft);
            }
            else if (!isArgument && !IsComputed(draft.Property))
            {
                return new ReadingProblem(
                    Places.Name(draft.Property),
                    draft.Property.Name,
                    "cannot be set",
                    "give it an init accessor that the type can use or a constructor's parameter of its name and type, "
                        + "or leave it out with [KustoIgnore]");
            }
        }

        return null;
    }

    private ReadingProblem? MissingRequired(IReadOnlyList<MemberDraft> drafts)
    {
        if (SetsRequiredMembers)
        {
            return null;
        }

        ISymbol? missing = Properties.LevelsFromBase(_type)
            .SelectMany(level => level.GetMembers())
            .FirstOrDefault(member =>
                member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                && !drafts.Any(draft => draft.Property.Name == member.Name));
        return missing is null
            ? null
            : new ReadingProblem(
                Places.Name(missing),
                missing.Name,
                "is required and no column, so it has no value",
                "make it a column, or remove required");
    }

    private bool IsSettable(IPropertySymbol property) =>
        Setter(property) is { } setter
        && _target.Compilation.IsSymbolAccessibleWithin(setter, _target.Type, _type);

    private static IMethodSymbol? Setter(IPropertySymbol property) =>
        property.SetMethod ?? (property.OverriddenProperty is { } overridden ? Setter(overridden) : null);

    // Nothing is lost by not reading it back: its value follows from the others, or is always the same.
    private static bool IsComputed(IPropertySymbol property) =>
        Setter(property) is null && (!HasBackingField(property) || HasInitializer(property));

    // Of another assembly the fields are not seen, and the getters that the compiler wrote are marked.
    private static bool HasBackingField(IPropertySymbol property) =>
        (property.GetMethod is { } getter && Attributes.Has(getter, KnownNames.CompilerGenerated))
        || property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field =>
            SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool HasInitializer(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null });
}
