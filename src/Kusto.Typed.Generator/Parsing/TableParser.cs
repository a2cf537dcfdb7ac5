using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>What the attributes of a row type say of its table.</summary>
internal static class TableParser
{
    public static TableDeclarationModel Parse(RowTarget target, MemberScope scope)
    {
        AttributeData attribute = target.Attribute;
        string? given = Attributes.FirstText(attribute);
        string name = given ?? target.Row.Name;
        CheckName(target, "table name", name, given is null ? target.Identifier : Attributes.PlaceOf(attribute));

        string? mappingName = Text(target, "MappingName");
        if (mappingName is not null)
        {
            CheckName(target, "mapping name", mappingName, Attributes.PlaceOf(attribute, "MappingName"));
        }

        string? folder = Text(target, "Folder");
        string? docString = Text(target, "DocString") ?? (scope.Summaries ? Summary.Of(target.Syntax) : null);
        CheckText(target, "folder", folder, Attributes.PlaceOf(attribute, "Folder"));
        CheckText(target, "docstring", docString, Attributes.PlaceOf(attribute, "DocString"));
        return new TableDeclarationModel(name, mappingName, folder, docString, Policies: new([]));
    }

    public static void CheckName(RowTarget target, string what, string name, Location? place)
    {
        if (EntityName.Problem(name) is { } problem)
        {
            target.Report(DiagnosticDescriptors.NameNotAllowed, place, what, name, problem);
        }
    }

    /// <summary>Refuses text that no command can carry.</summary>
    public static void CheckText(RowTarget target, string what, string? text, Location? place)
    {
        if (text is not null && HasHalfPair(text))
        {
            target.Report(
                DiagnosticDescriptors.NameNotAllowed,
                place,
                what,
                text,
                "it contains half of a surrogate pair, which UTF-8 has no form for");
        }
    }

    private static string? Text(RowTarget target, string name) => Attributes.Named(target.Attribute, name) as string;

    private static bool HasHalfPair(string text)
    {
        for (int place = 0; place < text.Length; place++)
        {
            if (char.IsSurrogatePair(text, place) && place + 1 < text.Length)
            {
                place++;
            }
            else if (char.IsSurrogate(text[place]))
            {
                return true;
            }
        }

        return false;
    }
}
