using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>A property whose own properties are columns.</summary>
internal sealed class FlattenedDraft(IPropertySymbol property, INamedTypeSymbol type, IReadOnlyList<MemberDraft> members)
    : MemberDraft(property)
{
    /// <summary>Its type without nullability.</summary>
    public INamedTypeSymbol Type { get; } = type;

    public IReadOnlyList<MemberDraft> Members { get; } = members;

    public override bool IsObsolete => base.IsObsolete || Members.Any(member => member.IsObsolete);
}
