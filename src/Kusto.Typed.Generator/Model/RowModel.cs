using Kusto.Typed.Schema;

namespace Kusto.Typed.Generator.Model;

/// <summary>Everything that the source of one row type is made of.</summary>
/// <param name="HintName">The name of the generated file, unlike that of any other row type.</param>
/// <param name="Namespace">As source writes it; empty for the global namespace.</param>
/// <param name="Containers">The types around this one, the outermost first.</param>
/// <param name="Type">The row type itself.</param>
/// <param name="Accessibility">As source writes it, such as <c>public</c>.</param>
/// <param name="IsReachable">False where other code of the assembly cannot name the type.</param>
/// <param name="IsObsolete">True where the source touches something obsolete.</param>
/// <param name="Table">What is declared of the table.</param>
/// <param name="Columns">The columns by ordinal.</param>
/// <param name="JsonContext">The context's type with <c>global::</c>; null where no column needs one.</param>
/// <param name="JsonTypes">The types that go through the context.</param>
internal sealed record RowModel(
    string HintName,
    string Namespace,
    EquatableArray<TypeModel> Containers,
    TypeModel Type,
    string Accessibility,
    bool IsReachable,
    bool IsObsolete,
    TableDeclarationModel Table,
    EquatableArray<ColumnModel> Columns,
    string? JsonContext,
    EquatableArray<JsonTypeModel> JsonTypes)
{
    /// <summary>The name of the class beside the type.</summary>
    public string Companion => CompanionOf(Type.PlainName);

    /// <summary>The name of the class with the metadata of the JSON types.</summary>
    public string JsonHolder => JsonHolderOf(Type.PlainName);

    /// <summary>The type's full name, as a message shows it.</summary>
    public string FullName =>
        (Namespace.Length > 0 ? Namespace + "." : "")
        + string.Join(".", Containers.Append(Type).Select(level => level.PlainName));

    public static string CompanionOf(string type) => type + "Table";

    public static string JsonHolderOf(string type) => type + "JsonTypes";

    /// <summary>The table as the library itself would define it.</summary>
    public TableSchema ToSchema()
    {
        TableSchemaBuilder builder = TableSchema.Define(Table.Name);
        foreach (ColumnModel column in Columns)
        {
            builder.Column(column.Name, column.Codec.Type, column.DocString);
        }

        _ = Table.MappingName is { } mapping ? builder.Mapping(mapping) : builder;
        _ = Table.Folder is { } folder ? builder.Folder(folder) : builder;
        _ = Table.DocString is { } docString ? builder.DocString(docString) : builder;
        return (Table.StreamingIngestion ? builder.StreamingIngestion() : builder).Build();
    }

    /// <summary>The companion's full name, from anywhere.</summary>
    public string CompanionReference()
    {
        string[] parts = [.. Containers.Select(container => container.Name), Companion];
        return "global::" + (Namespace.Length > 0 ? Namespace + "." : "") + string.Join(".", parts);
    }
}
