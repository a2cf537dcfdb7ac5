using System.Globalization;
using System.Security;
using System.Text;

namespace Kusto.Typed.Tool.Scaffold;

/// <summary>Writes the source of a record.</summary>
internal static class RecordWriter
{
    public static string Write(RecordPlan plan)
    {
        StringBuilder source = new();
        foreach (string space in Namespaces(plan))
        {
            source.Append("using ").Append(space).Append(";\n");
        }

        source.Append('\n');
        if (plan.Namespace is { } name)
        {
            source.Append("namespace ").Append(name).Append(";\n\n");
        }

        // Notes may quote the source, and a line end in them must not end the comment.
        foreach (string note in plan.Notes)
        {
            source.Append("// ").Append(Summaries.OnOneLine(note)).Append('\n');
        }

        AppendSummary(source, "", plan.Table.DocString);
        AppendAttributes(source, plan);
        source.Append("public partial record ").Append(plan.TypeName).Append("\n{\n");
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (RecordColumn column in plan.Columns.Where(column => !column.IsFilled))
        {
            AppendProperty(source, plan, column, used);
        }

        return source.Append("}\n").ToString();
    }

    private static IEnumerable<string> Namespaces(RecordPlan plan) =>
        plan.Columns.Where(column => !column.IsFilled)
            .Select(column => ColumnTypes.Namespace(column.FieldType))
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Append("Kusto.Typed");

    private static void AppendAttributes(StringBuilder source, RecordPlan plan)
    {
        bool hasTimes = plan.Columns.Any(column => !column.IsFilled && column.FieldType == KustoType.DateTime);
        string table = PolicyAttributes.Attribute(
            "KustoTable",
            plan.Table.Name == plan.TypeName ? null : CSharpLiteral.Of(plan.Table.Name),
            Literal("MappingName", plan.MappingName),
            Literal("Folder", plan.Table.Folder),
            Literal("DocString", Summaries.CanBe(plan.Table.DocString) ? null : plan.Table.DocString),
            // Kusto has no other times, and a type that says so needs no remark.
            hasTimes ? "DateTimeKind = KustoDateTimeKind.Utc" : null);
        IEnumerable<string> filled = plan.Columns.Where(column => column.IsFilled).Select(Filled);
        foreach (string attribute in plan.Policies.Prepend(table).Concat(filled))
        {
            source.Append('[').Append(attribute).Append("]\n");
        }
    }

    private static string Filled(RecordColumn column) => PolicyAttributes.Attribute(
        "KustoFilledColumn",
        CSharpLiteral.Of(column.Name),
        column.Constant is { } constant ? $"Value = {CSharpLiteral.Of(constant)}" : null,
        column.Transform == KustoTransform.None ? null : $"Transform = KustoTransform.{column.Transform}",
        column.Constant is null || column.Type == KustoType.String ? null : $"Type = KustoType.{column.Type}",
        Literal("DocString", column.Stored.DocString));

    private static void AppendProperty(StringBuilder source, RecordPlan plan, RecordColumn column, HashSet<string> used)
    {
        source.Append(used.Count > 0 ? "\n" : "");
        AppendSummary(source, "    ", column.Stored.DocString);
        string name = Identifiers.OfProperty(column.Name, plan.TypeName, used);
        string? attribute = ColumnAttribute(column, name);
        if (attribute is not null)
        {
            source.Append("    [").Append(attribute).Append("]\n");
        }

        bool isText = column.FieldType == KustoType.String;
        bool isFilled = plan.Filled.Contains(column.Name);
        // A string is never null in Kusto; of all others a column may have nulls.
        source.Append("    public ").Append(isFilled ? "required " : "")
            .Append(ColumnTypes.CSharp(column.FieldType)).Append(isText || isFilled ? " " : "? ")
            .Append(Identifiers.InSource(name)).Append(" { get; init; }")
            .Append(isText && !isFilled ? " = \"\";\n" : "\n");
    }

    private static string? ColumnAttribute(RecordColumn column, string property)
    {
        string attribute = PolicyAttributes.Attribute(
            "KustoColumn",
            column.Name == property ? null : CSharpLiteral.Of(column.Name),
            PolicyAttributes.Property("Ordinal", column.Ordinal?.ToString(CultureInfo.InvariantCulture)),
            column.Transform == KustoTransform.None ? null : $"Transform = KustoTransform.{column.Transform}",
            column.Encoding == KustoEncoding.Default ? null : $"Encoding = KustoEncoding.{column.Encoding}",
            Literal("DocString", Summaries.CanBe(column.Stored.DocString) ? null : column.Stored.DocString));
        return attribute == "KustoColumn" ? null : attribute;
    }

    private static string? Literal(string name, string? text) =>
        string.IsNullOrEmpty(text) ? null : $"{name} = {CSharpLiteral.Of(text)}";

    private static void AppendSummary(StringBuilder source, string indentation, string? docString)
    {
        if (!string.IsNullOrEmpty(docString) && Summaries.CanBe(docString))
        {
            string text = SecurityElement.Escape(docString);
            source.Append(indentation).Append("/// <summary>").Append(text).Append("</summary>\n");
        }
    }
}
