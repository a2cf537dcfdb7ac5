using Kusto.Typed.Schema;

namespace Kusto.Typed.Generator.Model;

/// <summary>Everything that the source of one row type is made of.</summary>
/// <param name="HintName">The name of the generated file, unlike that of any other row type.</param>
/// <param name="Namespace">As source writes it; empty for the global namespace.</param>
/// <param name="Containers">The types around this one, the outermost first.</param>
/// <param name="Type">The type that is added to: the row's own, or the map of rows of another type.</param>
/// <param name="MappedRow">The type of the rows where it is another than that; null otherwise.</param>
/// <param name="Accessibility">As source writes it, such as <c>public</c>.</param>
/// <param name="IsReachable">False where other code of the assembly cannot name the type.</param>
/// <param name="IsObsolete">True where the source touches something obsolete.</param>
/// <param name="Table">What is declared of the table.</param>
/// <param name="Columns">The columns by position.</param>
/// <param name="Reading">How a row is made when one is read.</param>
/// <param name="JsonContext">The context's type with <c>global::</c>; null where no column needs one.</param>
/// <param name="JsonTypes">The types that go through the context.</param>
internal sealed record RowModel(
    string HintName,
    string Namespace,
    EquatableArray<TypeModel> Containers,
    TypeModel Type,
    MappedRowModel? MappedRow,
    string Accessibility,
    bool IsReachable,
    bool IsObsolete,
    TableDeclarationModel Table,
    EquatableArray<ColumnModel> Columns,
    CreationModel Reading,
    string? JsonContext,
    EquatableArray<JsonTypeModel> JsonTypes)
{
    /// <summary>The type of the rows as the generated half names it.</summary>
    public string Row => MappedRow?.Type ?? Type.Name;

    /// <summary>The name of the class beside the type.</summary>
    public string Companion => CompanionOf(Type.PlainName);

    /// <summary>The name of the class with the metadata of the JSON types.</summary>
    public string JsonHolder => JsonHolderOf(Type.PlainName);

    /// <summary>The name of the class with the overloads for rows of another type.</summary>
    public string Extensions => ExtensionsOf(Type.PlainName);

    /// <summary>True where those overloads can be: extension methods stand in no nested class.</summary>
    public bool HasExtensions => MappedRow is not null && Containers.Count == 0;

    /// <summary>The type's full name, as a message shows it.</summary>
    public string FullName =>
        (Namespace.Length > 0 ? Namespace + "." : "")
        + string.Join(".", Containers.Append(Type).Select(level => level.PlainName));

    public static string CompanionOf(string type) => type + "Table";

    public static string JsonHolderOf(string type) => type + "JsonTypes";

    public static string ExtensionsOf(string type) => type + "Extensions";

    /// <summary>The columns that have a field, in the order of the fields.</summary>
    public IEnumerable<ColumnModel> Fields() =>
        Columns.Where(column => column.Field is not null).OrderBy(column => column.Field!.Ordinal);

    /// <summary>The table as the library itself would define it.</summary>
    public TableSchema ToSchema()
    {
        TableSchemaBuilder builder = TableSchema.Define(Table.Name);
        foreach (ColumnModel column in Columns)
        {
            Define(builder.Column(column.Name, column.Type, column.Declared.DocString), column.Declared);
        }

        _ = Table.MappingName is { } mapping ? builder.Mapping(mapping) : builder;
        _ = Table.Folder is { } folder ? builder.Folder(folder) : builder;
        _ = Table.DocString is { } docString ? builder.DocString(docString) : builder;
        foreach (PolicyModel policy in Table.Policies)
        {
            builder.Policy(policy.ToPolicy());
        }

        return builder.Build();
    }

    /// <summary>The companion's full name, from anywhere.</summary>
    public string CompanionReference()
    {
        string[] parts = [.. Containers.Select(container => container.Name), Companion];
        return "global::" + (Namespace.Length > 0 ? Namespace + "." : "") + string.Join(".", parts);
    }

    private static void Define(TableSchemaBuilder builder, ColumnDeclarationModel column)
    {
        _ = column.Ordinal is { } ordinal ? builder.Ordinal(ordinal) : builder;
        _ = column.ConstantValue is { } constant ? builder.Constant(constant) : builder;
        _ = column.Transform != KustoTransform.None ? builder.Transform(column.Transform) : builder;
        _ = column.RenamedFrom is { } name ? builder.RenamedFrom(name) : builder;
        builder.Encoding(column.Encoding);
    }
}
