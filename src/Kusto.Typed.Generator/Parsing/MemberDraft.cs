using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>A property that is written, while it is not yet known how it is set when a row is read.</summary>
internal abstract class MemberDraft(IPropertySymbol property)
{
    public IPropertySymbol Property { get; } = property;

    /// <summary>The constructor's parameter that takes the value; null: none.</summary>
    public IParameterSymbol? Parameter { get; set; }

    public bool IsInitialized { get; set; }

    public virtual bool IsObsolete =>
        Attributes.Has(Property, KnownNames.Obsolete) || Attributes.Has(Property.Type, KnownNames.Obsolete);

    /// <summary>The columns that come of members.</summary>
    public static IEnumerable<ColumnDraft> Columns(IEnumerable<MemberDraft> members) =>
        members.SelectMany(member => member switch
        {
            ColumnDraft column => [column],
            FlattenedDraft flattened => Columns(flattened.Members),
            _ => Enumerable.Empty<ColumnDraft>(),
        });
}
