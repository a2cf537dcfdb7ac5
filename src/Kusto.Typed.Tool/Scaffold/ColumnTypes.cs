namespace Kusto.Typed.Tool.Scaffold;

/// <summary>The C# type for each of Kusto's: the one that maps back to it.</summary>
internal static class ColumnTypes
{
    public static string CSharp(KustoType type) => type switch
    {
        KustoType.Bool => "bool",
        KustoType.DateTime => "DateTime",
        KustoType.Decimal => "decimal",
        KustoType.Dynamic => "JsonElement",
        KustoType.Guid => "Guid",
        KustoType.Int => "int",
        KustoType.Long => "long",
        KustoType.Real => "double",
        KustoType.TimeSpan => "TimeSpan",
        _ => "string",
    };

    /// <summary>The namespace that the type is of; null: it is one of the language's own.</summary>
    public static string? Namespace(KustoType type) => type switch
    {
        KustoType.DateTime or KustoType.Guid or KustoType.TimeSpan => "System",
        KustoType.Dynamic => "System.Text.Json",
        _ => null,
    };
}
