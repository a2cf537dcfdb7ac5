using Kusto.Typed.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Attributes of columns on what is no column.</summary>
internal static class IdleAttributes
{
    private static readonly string[] s_ofColumns =
        [KnownNames.KustoColumn, KnownNames.KustoFlatten, KnownNames.KustoConverter, KnownNames.KustoRenamedFrom];

    public static void Check(RowTarget target)
    {
        if (target.IsMap)
        {
            CheckMap(target);
            return;
        }

        foreach (IPropertySymbol property in target.Row.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.GetAttributes().Length > 0 && !Properties.IsColumn(property))
            {
                CheckProperty(target, property);
            }
        }
    }

    private static void CheckProperty(RowTarget target, IPropertySymbol property)
    {
        string reason = Attributes.Has(property, KnownNames.KustoIgnore)
            ? "has [KustoIgnore]"
            : property.IsStatic ? "is static" : "has no public getter";
        foreach (AttributeData attribute in s_ofColumns.SelectMany(name => Attributes.All(property, name)))
        {
            target.Report(
                DiagnosticDescriptors.WithoutEffect,
                Attributes.PlaceOfWhole(attribute),
                Attributes.NameOf(attribute),
                $"'{property.Name}' {reason}, so it is no column",
                "remove the attribute, or make the property a column");
        }
    }

    private static void CheckMap(RowTarget target)
    {
        string[] properties = [.. Properties.Of(target.Row).Select(property => property.Name)];
        foreach (AttributeData attribute in Attributes.All(target.Type, KnownNames.KustoColumnOf))
        {
            if (Attributes.FirstText(attribute) is { } name && !properties.Contains(name))
            {
                Report(target, attribute, Attributes.PlaceOf(attribute), name);
            }
        }

        foreach (string name in Attributes.NamedTexts(target.Attribute, "Ignore").Except(properties, StringComparer.Ordinal))
        {
            Report(target, target.Attribute, Attributes.PlaceOf(target.Attribute, "Ignore"), name);
        }
    }

    private static void Report(RowTarget target, AttributeData attribute, Location? place, string property) =>
        target.Report(
            DiagnosticDescriptors.WithoutEffect,
            place,
            Attributes.NameOf(attribute),
            $"'{SourceNames.ForPeople(target.Row)}' has no public property '{property}'",
            "name one that it has, or remove it");
}
