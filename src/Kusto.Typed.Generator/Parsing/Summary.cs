using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Texts of documentation comments.</summary>
/// <remarks>
/// They are read from the source as it stands: a compiler that makes no documentation file takes them for mere comments.
/// </remarks>
internal static class Summary
{
    private const string Slashes = "///";

    /// <summary>The summary of a type; null: it has none that can be read.</summary>
    public static string? Of(SyntaxNode declaration)
    {
        string comment = Comment(declaration);
        return PlainSummary(comment) ?? Text(comment, root => root.Element("summary"));
    }

    /// <summary>The summary of a property, or what its record says of the parameter that makes it; null: there is none.</summary>
    public static string? Of(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax declaration => Of(declaration),
            ParameterSyntax { Parent.Parent: TypeDeclarationSyntax type } parameter => Text(
                Comment(type), root => root.Elements("param").FirstOrDefault(element =>
                    element.Attribute("name")?.Value == parameter.Identifier.ValueText)),
            _ => null,
        };

    // Most summaries are words and nothing else, and making a document of them costs more than all the rest.
    private static string? PlainSummary(string comment)
    {
        const string Opening = "<summary>";
        const string Closing = "</summary>";
        int start = comment.IndexOf(Opening, StringComparison.Ordinal);
        int end = comment.IndexOf(Closing, StringComparison.Ordinal);
        bool isAlone = start >= 0 && end > start && comment.IndexOf('<', start + 1) == end
            && string.IsNullOrWhiteSpace(comment.Substring(0, start))
            && string.IsNullOrWhiteSpace(comment.Substring(end + Closing.Length));
        string text = isAlone ? comment.Substring(start + Opening.Length, end - start - Opening.Length) : "";
        return text.Length == 0 || text.Contains("&") || string.IsNullOrWhiteSpace(text) ? null : OnOneLine(text);
    }

    private static string? Text(string comment, Func<XElement, XElement?> choose)
    {
        if (comment.Length == 0)
        {
            return null;
        }

        try
        {
            XElement? chosen = choose(XElement.Parse($"<root>{comment}</root>", LoadOptions.PreserveWhitespace));
            string text = chosen is null ? "" : OnOneLine(Plain(chosen));
            return text.Length == 0 ? null : text;
        }
        catch (XmlException)
        {
            // The compiler says so where it is asked to look.
            return null;
        }
    }

    // Most declarations have none, and nothing is made of the blanks before those.
    private static string Comment(SyntaxNode declaration)
    {
        SyntaxTriviaList trivia = declaration.GetLeadingTrivia();
        return trivia.Any(IsComment) ? Comment(trivia.ToFullString()) : "";
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia);

    private static string Comment(string trivia)
    {
        StringBuilder comment = new();
        foreach (string line in trivia.Split('\n'))
        {
            string text = line.TrimStart();
            if (text.StartsWith(Slashes, StringComparison.Ordinal))
            {
                comment.Append(text, Slashes.Length, text.Length - Slashes.Length).Append('\n');
            }
        }

        return comment.ToString();
    }

    private static string Plain(XElement element)
    {
        StringBuilder text = new();
        foreach (XNode node in element.Nodes())
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { IsEmpty: true } reference => Name(reference),
                XElement inner => Plain(inner),
                _ => "",
            });
        }

        return text.ToString();
    }

    // Of <see cref="Storm.Begin"/> what a reader would say.
    private static string Name(XElement reference)
    {
        string name = (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value ?? "";
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    private static string OnOneLine(string text) =>
        string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
