using Kusto.Typed.Commands;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Generator.Emission;

/// <summary>The class beside a row type: its table's schema and commands.</summary>
internal static class CompanionEmitter
{
    // What every class inherits: a constant of such a name hides it, and says so.
    private static readonly HashSet<string> s_inherited = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    public static void Write(SourceWriter source, RowModel row)
    {
        TableSchema table = row.ToSchema();
        source.Line($"/// <summary>The table {table.Name}: its schema and the commands that create it.</summary>");
        source.Line(GeneratedCode.Attribute);
        source.Open($"{row.Accessibility} static class {row.Companion}");
        WriteConstant(source, "The table's name.", "Name", table.Name);
        WriteConstant(
            source,
            "Creates the table, or adds the columns it lacks at its end.",
            "CreateMergeCommand",
            TableCommands.CreateMerge(table));
        WriteConstant(
            source,
            "Creates the table's CSV mapping, or replaces the one of that name.",
            "MappingCommand",
            TableCommands.CreateOrAlterMapping(table));
        WriteConstant(source, "The name of the table's CSV mapping.", "MappingName", table.Mapping.Name);
        WriteSchema(source, row);
        source.Line();
        WriteColumns(source, row);
        source.Close();
    }

    private static void WriteConstant(SourceWriter source, string summary, string name, string value)
    {
        const int LongestBesideName = 60;
        string literal = Literal.Of(value);
        source.Line($"/// <summary>{summary}</summary>");
        if (literal.Length <= LongestBesideName)
        {
            source.Line($"public const string {name} = {literal};");
        }
        else
        {
            source.Line($"public const string {name} =");
            source.Deeper(() => source.Line($"{literal};"));
        }

        source.Line();
    }

    private static void WriteSchema(SourceWriter source, RowModel row)
    {
        source.Line("/// <summary>The table as data.</summary>");
        source.Line("public static global::Kusto.Typed.Schema.TableSchema Schema { get; } =");
        source.Deeper(() => WriteDefinition(source, row));
    }

    private static void WriteDefinition(SourceWriter source, RowModel row)
    {
        source.Line($"global::Kusto.Typed.Schema.TableSchema.Define({Literal.Of(row.Table.Name)})");
        source.Deeper(() =>
        {
            foreach (ColumnModel column in row.Columns)
            {
                string docString = column.Declared.DocString is { } text ? ", " + Literal.Of(text) : "";
                source.Line($".{column.Type}({Literal.Of(column.Name)}{docString}){Details(column.Declared)}");
            }

            WriteDeclarations(source, row.Table);
            source.Line(".Build();");
        });
    }

    private static void WriteDeclarations(SourceWriter source, TableDeclarationModel table)
    {
        WriteDeclaration(source, "Folder", table.Folder);
        WriteDeclaration(source, "DocString", table.DocString);
        foreach (PolicyModel policy in table.Policies)
        {
            source.Line($".Policy(global::Kusto.Typed.Schema.{policy.Call})");
        }

        // By its name, not by its hash: compiled code keeps its mapping whatever a later library would call it.
        source.Line(".Mapping(MappingName)");
    }

    // What stands behind a column on its line.
    private static string Details(ColumnDeclarationModel column) =>
        (column.Ordinal is { } ordinal ? $".Ordinal({Invariant.Text(ordinal)})" : "")
        + (column.ConstantValue is { } constant ? $".Constant({Literal.Of(constant)})" : "")
        + (column.Transform != KustoTransform.None
            ? $".Transform(global::Kusto.Typed.KustoTransform.{column.Transform})"
            : "")
        + (column.Encoding != KustoEncoding.Default
            ? $".Encoding(global::Kusto.Typed.KustoEncoding.{column.Encoding})"
            : "")
        + (column.RenamedFrom is { } name ? $".RenamedFrom({Literal.Of(name)})" : "");

    private static void WriteDeclaration(SourceWriter source, string method, string? text)
    {
        if (text is not null)
        {
            source.Line($".{method}({Literal.Of(text)})");
        }
    }

    private static void WriteColumns(SourceWriter source, RowModel row)
    {
        source.Line("/// <summary>The names of the columns.</summary>");
        source.Open("public static class Columns");
        for (int position = 0; position < row.Columns.Count; position++)
        {
            ColumnModel column = row.Columns[position];
            string hides = s_inherited.Contains(column.Constant) ? "new " : "";
            source.Line($"/// <summary>Column {Invariant.Text(position)}, {column.Type.ToKusto()}.</summary>");
            source.Line($"public {hides}const string {column.Constant} = {Literal.Of(column.Name)};");
            if (position < row.Columns.Count - 1)
            {
                source.Line();
            }
        }

        source.Close();
    }
}
